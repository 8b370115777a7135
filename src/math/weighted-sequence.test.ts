import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestorsOf } from './precedence.ts'
import { searched } from './sequence-search.ts'
import { bestSequence, sequenceCost, type Job } from './weighted-sequence.ts'

/**
 * Laws: no order of the same jobs costs less (all of them are tried for up to six, and the sets
 * that may come first for up to twelve); the order keeps what has to come first, and does not
 * depend on the order given.
 */
const job = (id: string, weight: number, duration: number, ...after: readonly string[]): Job => ({
  id,
  weight,
  duration,
  after,
})
const places = (n: number): readonly number[] => [...Array(n).keys()]
const sizes = fc.record({
  weight: fc.integer({ min: 0, max: 9 }),
  duration: fc.integer({ min: 1, max: 9 }),
})

/** Any jobs that wait for some of those named before them. */
const backlogs = (most: number): fc.Arbitrary<readonly Job[]> =>
  fc.array(fc.tuple(sizes, fc.array(fc.nat(), { maxLength: 2 })), { maxLength: most }).map((all) =>
    all.map(([size, firsts], at) => ({
      ...size,
      id: name(at),
      after: at === 0 ? [] : firsts.map((first) => name(first % at)),
    })),
  )
const name = (at: number): string => String.fromCodePoint(97 + ((at * 7) % 26), 97 + at)

test('jobs that cannot be are refused', () => {
  expect(() => bestSequence([job('a', -1, 1)])).toThrow(RangeError)
  expect(() => bestSequence([job('a', 1, 0)])).toThrow(RangeError)
  expect(() => bestSequence([job('a', Number.NaN, 1)])).toThrow(RangeError)
  expect(() => bestSequence([job('a', 1, 1), job('a', 1, 1)])).toThrow(RangeError)
  expect(() => bestSequence([job('a', 1, 1, 'b')])).toThrow(RangeError)
  expect(() => bestSequence([job('a', 1, 1, 'b'), job('b', 1, 1, 'a')])).toThrow(RangeError)
})

test('an order that does not fit is refused', () => {
  const two = [job('a', 1, 1), job('b', 1, 1, 'a')]
  expect(() => sequenceCost(two, ['b', 'a'])).toThrow(RangeError)
  expect(() => sequenceCost(two, ['a'])).toThrow(RangeError)
  expect(() => sequenceCost(two, ['a', 'a'])).toThrow(RangeError)
  expect(() => sequenceCost(two, ['a', 'c'])).toThrow(RangeError)
  expect(sequenceCost(two, ['a', 'b'])).toBe(3)
})

test('nothing costs nothing', () => {
  expect(bestSequence([])).toEqual({ order: [], cost: 0, isExact: true })
})

test('what does not wait stands by weight for its duration', () => {
  fc.assert(
    fc.property(fc.array(sizes), (all) => {
      const { order, isExact } = bestSequence(
        all.map((size, at) => ({ ...size, id: `${at}`, after: [] })),
      )
      const ratios = order.map(
        (id) => (all[Number(id)]?.weight ?? 0) / (all[Number(id)]?.duration ?? 0),
      )
      expect(ratios).toEqual(ratios.toSorted((left, right) => right - left))
      expect(isExact).toBe(true)
    }),
  )
})

// Pinedo, Scheduling: Theory, Algorithms, and Systems, example 3.1.5: two chains.
test('two chains are taken in turns as printed', () => {
  const chains = [
    job('1', 6, 3),
    job('2', 18, 6, '1'),
    job('3', 12, 6, '2'),
    job('4', 8, 5, '3'),
    job('5', 8, 4),
    job('6', 17, 8, '5'),
    job('7', 18, 10, '6'),
  ]
  expect(bestSequence(chains)).toMatchObject({
    order: ['1', '2', '5', '6', '3', '7', '4'],
    isExact: true,
  })
})

test('no order of up to six jobs costs less', () => {
  fc.assert(
    fc.property(backlogs(6), (jobs) => {
      const { order, cost, isExact } = bestSequence(jobs)
      const least = Math.min(...ordersOf(jobs).map((other) => sequenceCost(jobs, other)))
      expect([cost, isExact]).toEqual([least, true])
      expect(sequenceCost(jobs, order)).toBe(cost)
    }),
    { numRuns: 150 },
  )
})

test('no order of up to twelve jobs costs less, however they hang together', () => {
  fc.assert(
    fc.property(backlogs(12), (jobs) => {
      const ids = new Map(jobs.map(({ id }, at) => [id, at] as const))
      const plain = {
        weight: jobs.map(({ weight }) => weight),
        duration: jobs.map(({ duration }) => duration),
        before: ancestorsOf(jobs.map(({ after }) => after.map((id) => ids.get(id) ?? -1))),
      }
      const order = searched(plain, places(jobs.length)).map((at) => jobs[at]?.id ?? '')
      expect(bestSequence(jobs)).toMatchObject({ cost: sequenceCost(jobs, order), isExact: true })
    }),
    { numRuns: 60 },
  )
})

test('the order does not depend on the order given', () => {
  fc.assert(
    fc.property(
      backlogs(12).chain((jobs) =>
        fc.tuple(fc.constant(jobs), fc.shuffledSubarray([...jobs], { minLength: jobs.length })),
      ),
      ([jobs, shuffled]) => {
        expect(bestSequence(shuffled).order).toEqual(bestSequence(jobs).order)
      },
    ),
  )
})

test('chains, trees and what is put together of them are exact at any size', () => {
  const chain = places(40).map((at) =>
    job(`c${at}`, (at * 7) % 11, 1 + ((at * 5) % 7), ...(at === 0 ? [] : [`c${at - 1}`])),
  )
  const tree = places(60).map((at) =>
    job(
      `t${at}`,
      (at * 5) % 13,
      1 + (at % 6),
      ...(at === 0 ? [] : [`t${Math.floor((at - 1) / 2)}`]),
    ),
  )
  const roots = places(60).map((at) =>
    job(
      `r${at}`,
      (at * 3) % 10,
      1 + (at % 5),
      ...[2 * at + 1, 2 * at + 2].filter((child) => child < 60).map((child) => `r${child}`),
    ),
  )
  const found = bestSequence([...chain, ...tree, ...roots])
  expect(found.isExact).toBe(true)
  expect(sequenceCost([...chain, ...tree, ...roots], found.order)).toBe(found.cost)
})

// Of chains the best start is the prefix with the most weight for its duration (Pinedo, as above).
test('three long chains are taken in turns as by their prefixes', () => {
  const chains = ['x', 'y', 'z'].map((letter, seed) =>
    places(30).map((at) =>
      job(
        `${letter}${at}`,
        (at * 17 + seed * 5) % 23,
        1 + ((at * 11 + seed) % 9),
        ...(at === 0 ? [] : [`${letter}${at - 1}`]),
      ),
    ),
  )
  const left = chains.map((chain) => [...chain])
  const order: string[] = []
  while (left.some((chain) => chain.length > 0)) {
    const prefixes = left.flatMap((chain) => chain.map((_, at) => chain.slice(0, at + 1)))
    const ratio = (prefix: readonly Job[]): number =>
      prefix.reduce((sum, { weight }) => sum + weight, 0) /
      prefix.reduce((sum, { duration }) => sum + duration, 0)
    const best = prefixes.reduce((one, other) => (ratio(other) > ratio(one) ? other : one))
    order.push(...best.map(({ id }) => id))
    for (const chain of left) if (chain[0] === best[0]) chain.splice(0, best.length)
  }
  expect(bestSequence(chains.flat()).cost).toBe(sequenceCost(chains.flat(), order))
})

// Crowns: each above waits for all below but one. Nothing in them is in a row or in parts.
test('what stays in one piece is searched through up to twenty, and said beyond', () => {
  const crown = (half: number): readonly Job[] => [
    ...places(half).map((at) => job(`low${at}`, 0, 1 + (at % 3))),
    ...places(half).map((at) =>
      job(
        `up${at}`,
        5,
        1,
        ...places(half)
          .filter((other) => other !== at)
          .map((other) => `low${other}`),
      ),
    ),
  ]
  expect(bestSequence(crown(8)).isExact).toBe(true)
  const large = bestSequence(crown(14))
  expect(large.isExact).toBe(false)
  expect(sequenceCost(crown(14), large.order)).toBe(large.cost)
})

test('more than twenty are not searched through', () => {
  const many = { weight: [], duration: [], before: [] }
  expect(() => searched(many, places(21))).toThrow(RangeError)
})

function ordersOf(
  jobs: readonly Job[],
  done: readonly string[] = [],
): readonly (readonly string[])[] {
  if (done.length === jobs.length) return [done]
  return jobs
    .filter(({ id, after }) => !done.includes(id) && after.every((first) => done.includes(first)))
    .flatMap(({ id }) => ordersOf(jobs, [...done, id]))
}
