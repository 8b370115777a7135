import { expect, test } from 'vitest'
import { judged, noSitting, paceOf, returned, settled, sortedIds, without } from './sitting.ts'
import { timeSaid } from './time-said.ts'

const verdict = (key: string, at: number, ids: readonly string[] = [key]) =>
  ({ key, ids, tally: 'bug', at, versions: {} }) as const

test('a sitting counts from when the first came on screen', () => {
  const one = judged(noSitting, verdict('a', 5000), 1000)
  const two = judged(one, verdict('b', 9000, ['b', 'c']), 5000)
  expect(paceOf(two)).toEqual({ sorted: 3, ms: 8000, each: 8000 / 3 })
  expect(paceOf(noSitting)).toBeNull()
  expect(paceOf(without(without(two, 'a'), 'b'))).toBeNull()
})

test('half an hour without a verdict begins another sitting', () => {
  const one = judged(noSitting, verdict('a', 5000), 1000)
  const later = judged(one, verdict('b', 2_000_000), 1_990_000)
  expect(paceOf(later)).toEqual({ sorted: 1, ms: 10_000, each: 10_000 })
})

test('what waits at a newer version than its verdict made was taken back; what is only read late was not', () => {
  const sitting = settled(judged(noSitting, verdict('a', 1), 0), 'a', { a: 2 })
  expect(returned(sitting, [{ id: 'a', version: 1 }])).toEqual([])
  expect(returned(sitting, [{ id: 'a', version: 3 }]).map(({ key }) => key)).toEqual(['a'])
  const sending = judged(noSitting, verdict('a', 1), 0)
  expect(returned(sending, [{ id: 'a', version: 9 }])).toEqual([])
  expect(sortedIds(sending).has('a')).toBe(true)
})

test('times are said as one says them', () => {
  expect([900, 59_400, 185_000, 3_960_000].map(timeSaid)).toEqual([
    '1 s',
    '59 s',
    '3 min',
    '1 h 6 min',
  ])
})
