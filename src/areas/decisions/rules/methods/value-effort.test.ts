import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoByTwo, valueForEffort } from './value-effort.ts'

test('what is missing or off its scale is named, and there is no score', () => {
  expect(valueForEffort({ value: null, effort: 0 })).toEqual({
    score: null,
    missing: ['value'],
    outside: ['effort'],
  })
  expect(valueForEffort({ value: -1, effort: 1 }).outside).toEqual(['value'])
  expect(valueForEffort({ value: 9, effort: 4 }).score).toBe(2.25)
})

test('medians part the set in four, and what is on a line is said', () => {
  const told = twoByTwo([
    { id: 'a', value: 9, effort: 1 },
    { id: 'b', value: 8, effort: 9 },
    { id: 'c', value: 5, effort: 5 },
    { id: 'd', value: 2, effort: 2 },
    { id: 'e', value: 1, effort: 8 },
    { id: 'f', value: 100, effort: null },
  ])
  expect([told.value, told.effort]).toEqual([5, 5])
  expect(told.items.map(({ id, quadrant, onLine }) => [id, quadrant, onLine])).toEqual([
    ['a', 'quick-win', []],
    ['b', 'big-bet', []],
    ['c', 'quick-win', ['value', 'effort']],
    ['d', 'fill-in', []],
    ['e', 'time-sink', []],
    ['f', null, []],
  ])
  expect(told.items.at(-1)?.missing).toEqual(['effort'])
})

test('nothing has no lines', () => {
  expect(twoByTwo([])).toEqual({ value: null, effort: null, items: [] })
})

const amount = fc.integer({ min: 1, max: 100 })
const sets = fc.array(fc.record({ value: amount, effort: amount }), { minLength: 1, maxLength: 12 })

test('more value never lowers a score, and the order of the items does not matter', () => {
  fc.assert(
    fc.property(sets, amount, (set, more) => {
      const items = set.map((one, at) => ({ ...one, id: `${at}` }))
      for (const one of items)
        expect(valueForEffort({ ...one, value: one.value + more }).score).toBeGreaterThan(
          valueForEffort(one).score ?? Number.NaN,
        )
      const told = twoByTwo(items)
      expect(twoByTwo(items.toReversed())).toEqual({ ...told, items: told.items.toReversed() })
    }),
  )
})

test('at least half has much value, and at least half takes little effort', () => {
  fc.assert(
    fc.property(sets, (set) => {
      const { items } = twoByTwo(set.map((one, at) => ({ ...one, id: `${at}` })))
      const count = (...quadrants: readonly unknown[]): number =>
        items.filter(({ quadrant }) => quadrants.includes(quadrant)).length
      expect(2 * count('quick-win', 'big-bet')).toBeGreaterThanOrEqual(items.length)
      expect(2 * count('quick-win', 'fill-in')).toBeGreaterThanOrEqual(items.length)
    }),
  )
})
