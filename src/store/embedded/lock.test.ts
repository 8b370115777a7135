import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from './lock.ts'
import { here } from './processes.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'throughline-lock-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

const silent = (): void => undefined

it('lets one in at a time, also after one that failed', async () => {
  let inside = 0
  const seen: number[] = []
  const turns = Array.from({ length: 12 }, (_, turn) =>
    withLock(home, silent, async () => {
      inside += 1
      seen.push(inside)
      await sleep(2)
      inside -= 1
      if (turn % 3 === 0) throw new Error('this turn fails')
    }),
  )
  const ends = await Promise.allSettled(turns)
  expect(seen).toEqual(Array.from({ length: 12 }, () => 1))
  expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(4)
  expect(readdirSync(home)).toEqual(['lock.12'])
})

it.each([
  ['a process that ended', JSON.stringify({ pid: 2 ** 22 + 1, started: '1', where: here() })],
  [
    'another process that had our number',
    JSON.stringify({ pid: process.pid, started: '1', where: here() }),
  ],
  ['a container that is gone', JSON.stringify({ pid: 1, started: '1', where: 'elsewhere' })],
  ['one who died while writing', '{"pid": 12'],
])('is not held for ever by %s', async (_, said) => {
  const file = join(home, 'lock.7')
  writeFileSync(file, said)
  utimesSync(file, new Date(0), new Date(0))
  expect(await withLock(home, silent, () => Promise.resolve('in'))).toBe('in')
  expect(readdirSync(home)).toEqual(['lock.8'])
})

it('is respected while its holder lives', async () => {
  const order: string[] = []
  const first = withLock(home, silent, async () => {
    await sleep(60)
    order.push('first')
  })
  await withLock(home, silent, () => Promise.resolve(order.push('second')))
  await first
  expect(order).toEqual(['first', 'second'])
})
