import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type World,
  isRoot,
  killHard,
  makeWorld,
  query,
  queryWhenBack,
  serverOf,
} from './launch.world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let world: World
beforeAll(() => {
  world = makeWorld()
})
afterEach(() => world.rest())
afterAll(() => world.end())

const idOf = (user: string): number =>
  Number(execFileSync('id', ['-u', user], { encoding: 'utf8' }).trim())

const runsAs = (pid: number): number =>
  Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])

describe.runIf(isRoot && process.platform === 'linux')('as root', () => {
  it('the server runs as nobody, with data and programs where nobody can reach them', async () => {
    const { home, connection } = await world.launch()

    expect(statSync(join(world.base, 'private')).mode & 0o777).toBe(0o700)
    expect(runsAs(serverOf(home))).toBe(idOf('nobody'))
    expect(home.startsWith(world.systemDir)).toBe(true)
    expect(statSync(join(home, 'data')).uid).toBe(idOf('nobody'))
    expect(statSync(join(home, 'data')).mode & 0o777).toBe(0o700)
    expect(statSync(connection.host).mode & 0o777).toBe(0o700)
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600)
    expect(readdirSync(world.dataDir)).toEqual(['postgres.json'])
    for (const name of ['server.conf', 'access.conf', 'users', 'throughline.json']) {
      expect(lstatSync(join(home, name)).uid).toBe(0)
    }
  })

  it('another data directory, and one made anew in the same place, get databases of their own', async () => {
    const first = await world.launch()
    await query(first.connection, 'create table if not exists mine (n int)')
    const other = await world.launch({ dataDir: world.fresh() })
    expect(other.home).not.toBe(first.home)
    await first.stop()

    rmSync(world.dataDir, { recursive: true })
    const anew = await world.launch()
    expect(anew.home).toBe(`${first.home}-2`)
    await expect(query(anew.connection, 'select * from mine')).rejects.toThrow('does not exist')
    expect(existsSync(join(first.home, 'data'))).toBe(true)
  })

  it('programs are not started from a folder that others may write', async () => {
    const systemDir = join(world.base, 'open')
    mkdirSync(systemDir)
    chmodSync(systemDir, 0o777)
    await expect(world.launch({ dataDir: world.fresh(), systemDir })).rejects.toThrow(
      `${systemDir} must belong to root and be writable by root alone`,
    )
  })

  it('a data directory of an ordinary user is served as that user, and stays theirs', async () => {
    const uid = idOf('nobody')
    const dataDir = ownedBy(uid)
    const theirs = await world.launchApart({ dataDir, uid })
    await killHard(theirs.child)
    const adopted = await world.launch({ dataDir })
    expect(adopted.adopted).toBe(true)
    await adopted.stop()

    const root = await world.launch({ dataDir })
    expect(root.adopted).toBe(false)
    expect(runsAs(serverOf(root.home))).toBe(uid)
    await root.stop()
    const again = await world.launchApart({ dataDir, uid })
    expect(again.said).toMatchObject({ adopted: false, home: join(dataDir, 'postgres') })
  })
})

describe.runIf(isRoot && process.platform === 'linux')('as an ordinary user', () => {
  it('everything lies in the data directory, in a private home however long its path', async () => {
    const uid = idOf('nobody')
    const dataDir = join(ownedBy(uid), 'a-long-way-down'.repeat(12))
    const { said } = await world.launchApart({ dataDir, uid })

    expect(said).toMatchObject({ adopted: false, home: join(dataDir, 'postgres') })
    if (!('home' in said)) throw new Error(said.refused)
    expect(runsAs(serverOf(said.home))).toBe(uid)
    expect(statSync(said.home).mode & 0o777).toBe(0o700)
    expect(statSync(said.connection.host)).toMatchObject({ uid })
    expect(statSync(said.connection.host).mode & 0o777).toBe(0o700)
    expect(await query(said.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    process.kill(serverOf(said.home), 'SIGKILL')
    expect(await queryWhenBack(said.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('a directory of root is refused with the path and who may not use it', async () => {
    const dataDir = world.fresh()
    mkdirSync(dataDir)
    chmodSync(join(world.base, 'private'), 0o711)
    const { said } = await world.launchApart({ dataDir, uid: idOf('nobody') })
    chmodSync(join(world.base, 'private'), 0o700)
    expect(said).toEqual({
      refused: expect.stringMatching(
        `^Problem: Throughline may not use ${dataDir}.*Give the user with id ${idOf('nobody')}`,
      ) as string,
    })
  })

  it('a user without an entry is told that PostgreSQL needs one', async () => {
    const uid = 54_321
    const { said } = await world.launchApart({ dataDir: ownedBy(uid), uid })
    expect(said).toEqual({
      refused: expect.stringContaining(
        'Problem: The user with id 54321 has no entry in /etc/passwd',
      ) as string,
    })
  })
})

/** A private home of another user, which lies where that user can get to it. */
function ownedBy(uid: number): string {
  const home = join(world.base, `home-${uid}-${readdirSync(world.base).length}`)
  mkdirSync(home, { mode: 0o700 })
  chownSync(home, uid, uid)
  return home
}
