import { expect, test } from 'vitest'
import type { Place } from '../rules/ranking-of.ts'
import { outsideSaid, standOf } from './ranking-said.ts'

const place = (rank: number | null, from: number, to: number): Place => ({
  id: '',
  ref: '',
  version: 1,
  title: '',
  state: 'open',
  rank,
  tied: false,
  score: null,
  expected: null,
  low: null,
  high: null,
  first: null,
  inTop: null,
  ranks: { from, to },
  group: null,
  stations: 0,
  explanation: {
    method: 'RICE',
    score: null,
    formula: '',
    worked: null,
    factors: [],
    missing: [],
    says: '',
    source: '',
  },
})

test('ideas that stand outside of their own ranks are counted, and it is said why', () => {
  const inside = [place(1, 1, 4), place(2, 1, 2), place(null, 1, 1)]
  expect(outsideSaid(inside)).toBeNull()
  expect(outsideSaid([...inside, { ...place(3, 1, 1), ranks: null }])).toBeNull()
  expect(outsideSaid([...inside, place(10, 6, 9)])).toMatch(/ 1 idea stands outside of the ranks /)
  expect(outsideSaid([place(2, 3, 5), place(10, 6, 9)])).toMatch(/ 2 ideas stand outside /)
})

test('an idea without a score is not said to lack a factor, for Kano may have no answer to all of them', () => {
  expect(standOf(5, 63)).toBe(
    '5 of 68 ideas have a score; 63 have none yet. Equal scores share a rank.',
  )
  expect(standOf(5, 1)).toBe(
    '5 of 6 ideas have a score; 1 has none yet. Equal scores share a rank.',
  )
})
