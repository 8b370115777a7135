import { expect, test } from 'vitest'
import { keepInMemory, type Keep } from './keep.ts'
import { outboxOf, type Outbox } from './outbox.ts'
import { steady } from './steady-keep.ts'

const never = new Promise<never>(() => undefined)
const fails = async (): Promise<never> => {
  throw new DOMException('The database connection is closing.', 'InvalidStateError')
}

/** A server that answers, beside a browser that keeps as it is told. */
function over(keep: Keep): { readonly outbox: Outbox; readonly heard: string[] } {
  const heard: string[] = []
  let ids = 0
  const outbox = outboxOf({
    api: {
      write: async (_method, path) => {
        heard.push(path)
        return { body: {}, seq: heard.length } as never
      },
    },
    keep,
    newId: () => `id ${ids++}`,
    now: Date.now,
    page: 'one',
    later: () => () => undefined,
    done: () => undefined,
    changed: () => undefined,
  })
  return { outbox, heard }
}

test.each([
  ['refuses', { keepEntry: fails, dropEntry: fails }],
  ['does not answer', { keepEntry: () => never, dropEntry: () => never }],
])('a browser whose database %s still writes, one thing after another', async (_says, broken) => {
  const { outbox, heard } = over(steady({ ...keepInMemory(), ...broken }, { entry: 20, all: 20 }))
  const first = await outbox.add({ method: 'POST', path: '/a' }, 'a')
  const second = await outbox.add({ method: 'POST', path: '/b' }, 'b')
  expect([first.is, second.is]).toEqual(['done', 'done'])
  expect(heard).toEqual(['/a', '/b'])
  expect(outbox.entries()).toEqual([])
})

test('of a database that does not answer nothing is read, and one that answers is heard', async () => {
  const mute = steady(
    { ...keepInMemory(), rows: () => never, entries: fails },
    { entry: 20, all: 20 },
  )
  expect(await mute.rows()).toBeUndefined()
  expect(await mute.entries()).toEqual([])
  const whole = keepInMemory()
  await whole.replaceRows(7, [])
  expect(await steady(whole).rows()).toEqual({ seq: 7, rows: [] })
})

test('who waits for a write has its answer before the browser has put it away', async () => {
  const { outbox } = over({ ...keepInMemory(), dropEntry: () => never })
  expect((await outbox.add({ method: 'POST', path: '/a' }, 'a')).is).toBe('done')
})
