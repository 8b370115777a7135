import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratioOf, richestStart, type Jobs } from './initial-set.ts'

/**
 * Law: of all sets that wait for nothing outside themselves, none has more weight for its duration.
 */

/**
 * What costs and brings nothing below, and what waits for any of it above: there all the paying is
 * done.
 */
const crowns: fc.Arbitrary<Jobs> = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(31)), { minLength: 2, maxLength: 6 }),
  )
  .map(([low, high]) => ({
    weight: [...low.map(() => 0), ...high.map(([weight]) => weight)],
    duration: [...low, ...high.map(() => 1)],
    before: [
      ...low.map(() => new Set<number>()),
      ...high.map(([, mask]) => new Set([...low.keys()].filter((at) => (mask >> at) % 2 === 1))),
    ],
  }))

test('no set that can come first is richer', () => {
  fc.assert(
    fc.property(crowns, (jobs) => {
      const all = [...jobs.weight.keys()]
      const found = richestStart(jobs, all)
      expect(isStart(jobs, found)).toBe(true)
      let most = 0
      for (let mask = 1; mask < 2 ** all.length; mask += 1) {
        const set = all.filter((at) => (mask >> at) % 2 === 1)
        if (isStart(jobs, set)) most = Math.max(most, ratioOf(jobs, set))
      }
      expect(ratioOf(jobs, found)).toBeCloseTo(most, 12)
    }),
    { numRuns: 300 },
  )
})

// Alone none of the three pays for what it waits for; together they do.
test('those that wait for the same share what it costs', () => {
  const jobs = {
    weight: [0, 4, 4, 4, 1],
    duration: [10, 1, 1, 1, 2],
    before: [new Set<number>(), new Set([0]), new Set([0]), new Set([0]), new Set<number>()],
  }
  expect(new Set(richestStart(jobs, [0, 1, 2, 3, 4]))).toEqual(new Set([0, 1, 2, 3]))
})

const isStart = ({ before }: Jobs, set: readonly number[]): boolean =>
  set.every((at) => [...(before[at] ?? [])].every((first) => set.includes(first)))
