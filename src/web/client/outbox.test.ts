import { expect, test } from 'vitest'
import { RemoteProblem, Unreachable, type Written } from './api.ts'
import { keepInMemory, type Keep } from './keep.ts'
import { outboxOf, type Entry, type Outbox } from './outbox.ts'

/** A network that can be cut, and a server that answers as it is told. */
interface Line {
  cut: boolean
  readonly heard: {
    readonly key: string
    readonly path: string
    readonly version: number | undefined
  }[]
  answer: (path: string, version: number | undefined) => Written<unknown>
}

const hour = 3_600_000

function opened(keep: Keep = keepInMemory(), page = 'one', from = 0) {
  const line: Line = { cut: false, heard: [], answer: () => ({ body: {}, seq: 1 }) }
  const done: Entry[] = []
  const alarms: (() => void)[] = []
  let clock = Date.parse('2026-11-23T08:00:00Z')
  let ids = from
  const outbox: Outbox = outboxOf({
    api: {
      write: async (_method, path, _body, version, once) => {
        if (line.cut) throw new Unreachable('cut')
        line.heard.push({ key: String(once?.id), path, version })
        return line.answer(path, version) as Written<never>
      },
    },
    keep,
    newId: () => `id ${page} ${ids++}`,
    now: () => clock,
    page,
    later: (run) => {
      alarms.push(run)
      return () => undefined
    },
    done: (entry) => done.push(entry),
    changed: () => undefined,
  })
  return { outbox, line, done, alarms, pass: (ms: number) => (clock += ms) }
}

const rename = (title: string, version = 1, base: object = { title: 'Old' }) => ({
  method: 'PATCH' as const,
  path: '/ideas/a',
  body: { title },
  version,
  base: base as Readonly<Record<string, unknown>>,
})

const problem = (status: number, code: string, facts: object = {}, waits?: 'waits') =>
  new RemoteProblem({ code, detail: `It is ${code}.`, ...facts }, status, waits !== undefined)

test('what is written is sent in its order, each under a key of its own', async () => {
  const { outbox, line, done } = opened()
  const sent = await Promise.all(
    ['/a', '/b', '/c'].map((path) => outbox.add({ method: 'POST', path }, path)),
  )
  expect(sent.map(({ is }) => is)).toEqual(['done', 'done', 'done'])
  expect(line.heard.map(({ path }) => path)).toEqual(['/a', '/b', '/c'])
  expect(new Set(line.heard.map(({ key }) => key)).size).toBe(3)
  expect(done).toHaveLength(3)
  expect(outbox.entries()).toEqual([])
})

test('while nobody answers it is kept, and goes later under the same key', async () => {
  const { outbox, line, alarms } = opened()
  line.cut = true
  const first = await outbox.add({ method: 'POST', path: '/a' }, 'a')
  const second = await outbox.add({ method: 'POST', path: '/b' }, 'b')
  expect([first.is, second.is]).toEqual(['kept', 'kept'])
  const keys = outbox.entries().map(({ id }) => id)
  expect(alarms.length).toBeGreaterThan(0)
  line.cut = false
  await outbox.flush()
  expect(line.heard.map(({ key }) => key)).toEqual(keys)
  expect(outbox.entries()).toEqual([])
})

test('a first try that was cut off over there is waited for under the same key, and refuses nothing', async () => {
  const { outbox, line, alarms } = opened()
  const running = problem(409, 'taken', {}, 'waits')
  line.answer = () => {
    throw running
  }
  expect((await outbox.add({ method: 'POST', path: '/a' }, 'a')).is).toBe('kept')
  expect(outbox.entries().map(({ state }) => state)).toEqual(['waiting'])
  expect(alarms.length).toBeGreaterThan(0)
  line.answer = () => ({ body: {}, seq: 7 })
  await outbox.flush()
  expect(new Set(line.heard.map(({ key }) => key)).size).toBe(1)
  expect(outbox.entries()).toEqual([])
})

test('another page takes over what a page that is gone has left, in its order', async () => {
  const keep = keepInMemory()
  const gone = opened(keep, 'gone')
  gone.line.cut = true
  await gone.outbox.add({ method: 'POST', path: '/a' }, 'a')
  gone.pass(5)
  await gone.outbox.add({ method: 'POST', path: '/b' }, 'b')
  const { outbox, line } = opened(keep, 'two')
  await outbox.adopt((page) => page === 'gone')
  expect(line.heard.map(({ path }) => path)).toEqual(['/a', '/b'])
  expect(await keep.entries()).toEqual([])
})

test('what another page is about to send itself is left to it', async () => {
  const keep = keepInMemory()
  const there = opened(keep, 'there')
  there.line.cut = true
  await there.outbox.add({ method: 'POST', path: '/a' }, 'a')
  const { outbox, line } = opened(keep, 'two')
  await outbox.adopt(() => false)
  expect(line.heard).toEqual([])
})

test('others changed other fields: it goes over theirs without touching them', async () => {
  const { outbox, line } = opened()
  line.answer = (_path, version) => {
    if (version === 1)
      throw problem(409, 'stale', { current: { title: 'Old', detail: 'theirs', version: 4 } })
    return { body: { version: 5 }, seq: 9 }
  }
  const sent = await outbox.add(rename('Mine'), 'rename')
  expect(sent).toMatchObject({ is: 'done', seq: 9 })
  expect(line.heard.map(({ version }) => version)).toEqual([1, 4])
  expect(new Set(line.heard.map(({ key }) => key)).size).toBe(2)
})

test('both changed one field: whoever stands before it is told, and nothing was overwritten', async () => {
  const { outbox, line } = opened()
  line.answer = () => {
    throw problem(409, 'stale', { current: { title: 'Theirs', version: 4 } })
  }
  await expect(outbox.add(rename('Mine'), 'rename')).rejects.toMatchObject({ code: 'stale' })
  expect(line.heard).toHaveLength(1)
  expect(outbox.entries()).toEqual([])
})

test('both changed one field while this browser was away: both sides are kept until a person chooses', async () => {
  const { outbox, line } = opened()
  line.cut = true
  await outbox.add(rename('Mine'), 'rename')
  line.cut = false
  line.answer = (_path, version) => {
    if (version !== 4) throw problem(409, 'stale', { current: { title: 'Theirs', version: 4 } })
    return { body: {}, seq: 3 }
  }
  await outbox.flush()
  const [entry] = outbox.entries()
  expect(entry).toMatchObject({
    state: 'contested',
    writing: { body: { title: 'Mine' } },
    problem: { fields: ['title'], current: { title: 'Theirs' } },
  })
  await outbox.again(entry?.id ?? '', { title: 'Theirs and mine' })
  expect(line.heard.at(-1)?.version).toBe(4)
  expect(outbox.entries()).toEqual([])
})

test('what the server refuses later stays with its words, and does not hold up the rest', async () => {
  const { outbox, line } = opened()
  line.cut = true
  await outbox.add({ method: 'POST', path: '/bad', body: { title: 'typed' } }, 'bad')
  await outbox.add({ method: 'POST', path: '/good' }, 'good')
  line.cut = false
  line.answer = (path) => {
    if (path === '/bad') throw problem(422, 'invalid')
    return { body: {}, seq: 1 }
  }
  await outbox.flush()
  expect(outbox.entries()).toMatchObject([
    {
      state: 'refused',
      problem: { says: 'It is invalid.' },
      writing: { body: { title: 'typed' } },
    },
  ])
  await outbox.drop(outbox.entries()[0]?.id ?? '')
  expect(outbox.entries()).toEqual([])
})

test('after a day, when the server no longer knows the key, a person is asked', async () => {
  const { outbox, line, pass } = opened()
  line.cut = true
  await outbox.add({ method: 'POST', path: '/a' }, 'a')
  pass(25 * hour)
  line.cut = false
  await outbox.flush()
  expect(line.heard).toEqual([])
  expect(outbox.entries()).toMatchObject([{ state: 'old' }])
  await outbox.again(outbox.entries()[0]?.id ?? '')
  expect(line.heard).toHaveLength(1)
})

test('a server that is being started again counts as away, one that breaks does not', async () => {
  const { outbox, line } = opened()
  line.answer = () => {
    throw problem(503, 'broken')
  }
  expect((await outbox.add({ method: 'POST', path: '/a' }, 'a')).is).toBe('kept')
  line.answer = () => {
    throw problem(500, 'broken')
  }
  await outbox.flush()
  expect(outbox.entries()).toMatchObject([{ state: 'refused' }])
})
