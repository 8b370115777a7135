import { execFileSync, spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { isAlive } from './processes.ts'
import {
  type World,
  endGently,
  isRoot,
  killHard,
  makeWorld,
  query,
  queryWhenBack,
  serverOf,
  until,
} from './launch.world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let world: World
beforeAll(() => {
  world = makeWorld()
})
afterEach(() => world.rest())
afterAll(() => world.end())

const debian = '/usr/lib/postgresql/15/bin'
const programs = [
  { name: 'the PostgreSQL that npm carries', major: '18', options: {} },
  ...(existsSync(debian)
    ? [{ name: 'PostgreSQL 15', major: '15', options: { binDir: debian } }]
    : []),
]

describe.each(programs)('$name', ({ major, options: chosen }) => {
  // One cluster for all of them, made by the first.
  const options = () => ({ ...chosen, dataDir: join(world.base, 'private', major) })

  it('starts on an empty directory, safe on disk and with one order of text everywhere', async () => {
    const { connection, version, adopted } = await world.launch(options())

    expect(version.split('.')[0]).toBe(major)
    expect(adopted).toBe(false)
    const [set] = await query(
      connection,
      `select json_object_agg(name, setting) as all from pg_settings where name in ('fsync',
        'synchronous_commit', 'full_page_writes', 'data_checksums', 'jit', 'server_encoding',
        'max_connections', 'listen_addresses', 'TimeZone')`,
    )
    expect(set?.['all']).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      data_checksums: 'on',
      jit: 'off',
      server_encoding: 'UTF8',
      max_connections: '60',
      listen_addresses: '',
      TimeZone: 'UTC',
    })
    const [order] = await query(
      connection,
      `select string_agg(x, ' ' order by x) as words from unnest(array['b','a','Z','ä','_','日','É']) x`,
    )
    expect(order?.['words']).toBe('Z _ a b É ä 日')
  })

  it('knows letters beyond ASCII in case, search and trigrams', async () => {
    const { connection } = await world.launch(options())

    const [row] = await query(
      connection,
      'create extension pg_trgm',
      'create extension unaccent',
      `select lower('ÉÀ') as lower, to_tsvector('Größe 日本語')::text as words,
        unaccent('Größe') as plain, similarity('日本語テスト', '日本語') > 0.3 as alike`,
    )
    expect(row).toEqual({
      lower: 'éà',
      words: "'größe':1 '日本語':2",
      plain: 'Grosse',
      alike: true,
    })
  })

  it('is stopped in order and keeps everything for the next start', async () => {
    const first = await world.launch(options())
    await query(first.connection, 'create table kept (n int)', 'insert into kept values (7)')
    const pid = serverOf(first.home)
    await first.stop()
    expect(isAlive(pid)).toBe(false)
    expect(existsSync(join(first.home, 'data', 'postmaster.pid'))).toBe(false)

    const second = await world.launch(options())
    expect(second.adopted).toBe(false)
    expect(await query(second.connection, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('comes back by itself in the same place, each time its server is killed', async () => {
    const { connection, home } = await world.launch(options())
    await query(connection, 'create table killed (n int)')
    for (const n of [1, 2, 3]) {
      const pid = serverOf(home)
      await queryWhenBack(connection, `insert into killed values (${n})`)
      process.kill(pid, 'SIGKILL')
      await until(() => !isAlive(pid))
      expect(await queryWhenBack(connection, 'select count(*)::int from killed')).toEqual([
        { count: n },
      ])
    }
  })
})

describe('a killed server', () => {
  it('comes back although a statement that never looks up outlives it', async () => {
    const { connection, home } = await world.launch()
    const [set] = await query(connection, 'show cluster_name')
    const title = `postgres: ${String(set?.['cluster_name'])}: `
    const busy = query(connection, 'select count(*) from generate_series(1, 1e12::bigint)')
    busy.catch(() => undefined)
    await until(() => commands().some((line) => line.startsWith(title) && line.includes('SELECT')))
    process.kill(serverOf(home), 'SIGKILL')

    expect(await queryWhenBack(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(busy).rejects.toThrow(/terminat|closed|crash/)
  })

  it('comes back through a process that only joined it, when its starter is killed too', async () => {
    const starter = await world.launchApart()
    const { connection, home, adopted } = await world.launch()
    expect(adopted).toBe(true)
    await killHard(starter.child)
    process.kill(serverOf(home), 'SIGKILL')

    expect(await queryWhenBack(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is started once when two of its users notice', async () => {
    const [a, b] = [await world.launch(), await world.launch()]
    process.kill(serverOf(a.home), 'SIGKILL')

    await queryWhenBack(a.connection, 'select 1')
    await queryWhenBack(b.connection, 'select 1')
    // the server answers a moment before whoever started it says so
    const starts = (): number => world.lines.filter((line) => line.includes('started again')).length
    await expect.poll(starts).toBe(1)
    const pid = serverOf(a.home)
    await a.stop()
    expect(isAlive(pid)).toBe(true)
    await b.stop()
    expect(isAlive(pid)).toBe(false)
    expect(starts()).toBe(1)
  })

  it('stays down when it is given up at that moment', async () => {
    for (const wait of [0, 5, 20, 60]) {
      const { home, stop } = await world.launch()
      process.kill(serverOf(home), 'SIGKILL')
      await sleep(wait)
      await stop()
      expect(commands().filter((command) => command.includes(`-D ${home}`))).toEqual([])
    }
  })

  it('is started again at the next start if its number has gone to another process', async () => {
    const first = await world.launch()
    await query(first.connection, 'create table numbered (n int)')
    await first.stop()
    const data = join(first.home, 'data')
    // A process of the server's own user, which is whom PostgreSQL takes for another server.
    const { uid, gid } = statSync(data)
    const other = spawn('sleep', ['60'], isRoot ? { uid, gid } : {})
    const socket = join(first.connection.host, '.s.PGSQL.5432')
    mkdirSync(first.connection.host, { recursive: true })
    const lines = [other.pid, data, 1, 5432, first.connection.host, '', '', 'ready']
    writeFileSync(join(data, 'postmaster.pid'), `${lines.join('\n')}\n`)
    writeFileSync(socket, '')
    writeFileSync(`${socket}.lock`, `${other.pid}\n`)

    const second = await world.launch()
    expect(second.adopted).toBe(false)
    expect(await query(second.connection, 'select n from numbered')).toEqual([])
    expect(other.exitCode ?? other.signalCode).toBe(null)
    await killHard(other)
  })
})

describe('a shared server', () => {
  it('serves whoever launches on the directory, until the last of them stops', async () => {
    const first = await world.launch()
    const second = await world.launch()
    const third = await world.launchApart()
    expect([first.adopted, second.adopted]).toEqual([false, true])
    expect(third.said).toMatchObject({ adopted: true, connection: first.connection })

    const pid = serverOf(first.home)
    await first.stop()
    await first.stop()
    await endGently(third.child)
    expect(third.child.exitCode).toBe(0)
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('is made once when several launch at the same moment', async () => {
    const dataDir = world.fresh()
    const [first, second, third] = await Promise.all([
      world.launch({ dataDir }),
      world.launch({ dataDir }),
      world.launchApart({ dataDir }),
    ])
    expect(second.home).toBe(first.home)
    expect(third.said).toMatchObject({ home: first.home, connection: first.connection })
    expect([first.adopted, second.adopted]).toContain(true)
    expect(namesIn(first.home).filter((path) => basename(path).startsWith('data'))).toHaveLength(1)
  })

  it('is adopted after its only user was killed, who then no longer counts', async () => {
    const orphaned = await world.launchApart()
    await killHard(orphaned.child)

    const next = await world.launch()
    expect(next.adopted).toBe(true)
    expect(orphaned.said).toMatchObject({ connection: next.connection })
    const pid = serverOf(next.home)
    await next.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('gets a new door when its folder was swept away', async () => {
    const { connection, home } = await world.launch()
    const pid = serverOf(home)
    rmSync(connection.host, { recursive: true })

    expect(await queryWhenBack(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(serverOf(home)).not.toBe(pid)
  })

  it('is refused to a container beside the one that uses it, not after that one fell silent', async () => {
    const { home, stop } = await world.launch()
    await stop()
    const stranger = join(home, 'users', '1.elsewhere.json')
    const who = { pid: 1, started: '1', where: 'another boot pid:[1]', home }
    writeFileSync(stranger, JSON.stringify(who))
    const beat = setInterval(() => utimesSync(stranger, new Date(), new Date()), 300)
    await expect(world.launch()).rejects.toMatchObject({
      code: 'broken',
      message: expect.stringContaining('another container') as string,
    })
    clearInterval(beat)
    utimesSync(stranger, new Date(0), new Date(0))
    expect((await world.launch()).adopted).toBe(false)
  })
})

describe('a first start', () => {
  it('that was killed half way leaves nothing that hinders the next', async () => {
    const dataDir = world.fresh()
    const pointer = join(dataDir, 'postgres.json')
    const cut = await world.launchApart({ dataDir, until: 'spawned' })
    await until(() => existsSync(pointer))
    const { home } = JSON.parse(readFileSync(pointer, 'utf8')) as { home: string }
    const drafts = (): readonly string[] =>
      namesIn(resolve(dataDir, home)).filter((path) => basename(path).startsWith('data'))
    await until(() => drafts().some((draft) => existsSync(join(draft, 'global'))))
    await killHard(cut.child)
    expect(drafts()).toEqual([expect.stringContaining('data.new.')])

    const next = await world.launch({ dataDir })
    expect(next.adopted).toBe(false)
    expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
    await world.launch({ dataDir })
    expect(drafts()).toEqual([join(next.home, 'data')])
  })
})

describe('over the loopback', () => {
  it('asks for the password, and comes back on the same port', async () => {
    const { connection, home } = await world.launch({ transport: 'tcp' })
    expect(connection.host).toBe('127.0.0.1')
    await expect(query({ ...connection, password: 'guess' }, 'select 1')).rejects.toThrow(
      /password/,
    )
    process.kill(serverOf(home), 'SIGKILL')

    expect(await queryWhenBack(connection, 'select 1 as one')).toEqual([{ one: 1 }])
    const joined = await world.launch()
    expect(joined.connection).toEqual(connection)
  })
})

const commands = (): readonly string[] =>
  execFileSync('ps', ['-axo', 'args='], { encoding: 'utf8' }).split('\n')

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
