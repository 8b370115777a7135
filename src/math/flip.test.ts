/**
 * What a flip promises: at the value it gives the order no longer holds, and just before it still does. The search is
 * held to that for scores that rise, fall, jump, stay level and end; closed forms are held to the search.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unbounded } from './bounds.ts'
import { flipOf, smallestFirst } from './flip.ts'
import {
  factorFlip,
  valueFlip,
  weightedFlips,
  weightFlip,
  type WeightedPair,
} from './weighted-flip.ts'

const positive = { least: 0, most: Infinity }
const numbers = fc.double({ min: -100, max: 100, noNaN: true })

describe('the smallest change of a value that swaps two options', () => {
  test('is none where the order holds in all of the bounds, and where there is no score now', () => {
    expect(flipOf(5, { least: 0, most: 10 }, (value) => 11 - value)).toBeUndefined()
    expect(flipOf(5, unbounded, () => 1)).toBeUndefined()
    expect(flipOf(5, unbounded, () => null)).toBeUndefined()
    expect(flipOf(5, unbounded, () => Number.NaN)).toBeUndefined()
  })

  test('is found on the very bound', () => {
    expect(flipOf(5, { least: 0, most: 10 }, (value) => 10 - value)).toEqual({
      at: 10,
      change: 5,
      relative: 1,
    })
  })

  test('is nothing where they are equal already', () => {
    expect(flipOf(5, unbounded, (value) => value - 5)).toEqual({ at: 5, change: 0, relative: 0 })
    expect(flipOf(0, unbounded, (value) => value)).toEqual({ at: 0, change: 0, relative: 0 })
  })

  test('has no relative size where the value is 0 now', () => {
    expect(flipOf(0, unbounded, (value) => value - 5)).toMatchObject({ change: 5, relative: null })
  })

  const scores: Readonly<Record<string, (value: number, turn: number) => number | null>> = {
    straight: (value, turn) => value - turn,
    'steep and far off': (value, turn) => 1e6 * (value - turn),
    curved: (value, turn) => Math.atan(value) - Math.atan(turn),
    cubic: (value, turn) => value ** 3 - turn ** 3,
    jumping: (value, turn) => (value < turn ? -1 : 2),
    'level about the turn': (value, turn) =>
      Math.sign(value - turn) * Math.max(0, Math.abs(value - turn) - 1),
    'missing beyond it': (value, turn) =>
      value > turn + 0.1 || value < turn - 300 ? null : value - turn,
  }

  test.each(Object.entries(scores))(
    'is where the order turns, for scores that are %s',
    (_, score) => {
      fc.assert(
        fc.property(numbers, numbers, fc.constantFrom(1, -1), (present, turn, way) => {
          const gap = (value: number): number | null => {
            const difference = score(value, turn)
            return difference === null ? null : way * difference
          }
          const now = gap(present)
          fc.pre(now !== null && now !== 0)
          const flip = flipOf(present, unbounded, gap)
          expect(flip).toBeDefined()
          const found = flip?.at ?? Number.NaN
          expect(Math.sign(gap(found) ?? Number.NaN)).not.toBe(Math.sign(now ?? 0))
          const before = found - (found - present) * 1e-9 - Math.sign(found - present) * 1e-9
          if ((before - present) * (found - present) > 0)
            expect(Math.sign(gap(before) ?? Number.NaN)).toBe(Math.sign(now ?? 0))
          expect(flip?.change).toBeCloseTo(found - present, 9)
        }),
      )
    },
  )

  test('is found among the greatest of numbers', () => {
    const flip = flipOf(-1.5e308, unbounded, (value) => (value < 1.6e308 ? -1 : 1))
    expect(flip?.at).toBe(1.6e308)
  })

  test('is not looked for beyond a value where there is no score', () => {
    expect(flipOf(1, unbounded, (value) => (value < 0 ? null : value + 1))).toBeUndefined()
    expect(flipOf(2, unbounded, (value) => (value <= 0 ? null : 1 / value - 1))).toMatchObject({
      at: 1,
    })
    expect(flipOf(1, unbounded, (value) => (value <= 0 ? null : 4 - 1 / value))).toMatchObject({
      at: 0.25,
    })
  })
})

describe('the smallest of several', () => {
  test('is the relatively smallest that is there', () => {
    const [one, other, zero] = [
      flipOf(10, unbounded, (value) => value - 11),
      flipOf(1, unbounded, (value) => value + 1),
      flipOf(0, unbounded, (value) => value - 1),
    ]
    expect(smallestFirst([zero, other, undefined, one])).toEqual([one, other, zero])
  })
})

describe('in a weighted sum', () => {
  test('a worked case: the leader by 2 loses it when a weight of 3 falls to 2, or to a quarter of all', () => {
    const pair = { weights: [3, 6], first: [4, 1], second: [2, 5 / 3] }
    expect(weightFlip(pair, 0, positive)).toEqual({
      at: 2,
      change: -1,
      relative: -1 / 3,
      share: 1 / 4,
    })
  })

  const pairs: fc.Arbitrary<WeightedPair> = fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((criteria) => ({
      weights: criteria.map(([weight]) => weight),
      first: criteria.map(([, value]) => value),
      second: criteria.map(([, , value]) => value),
    }))

  test('a weight’s flip is where the sums are equal, also when weights are shares, and none where none is', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (pair, pick) => {
        const criterion = pick % pair.weights.length
        const gap = (value: number): number =>
          lead({ ...pair, weights: pair.weights.with(criterion, value) })
        const flip = weightFlip(pair, criterion, positive)
        const searched = flipOf(pair.weights[criterion] ?? 0, positive, gap)
        expect(flip === undefined).toBe(searched === undefined)
        if (flip === undefined) return
        expect(flip.at).toBeCloseTo(searched?.at ?? Number.NaN, 9)
        expect(gap(flip.at)).toBeCloseTo(0, 9)
        const all = sum(pair.weights.with(criterion, flip.at))
        fc.pre(all > 0)
        expect(flip.share).toBeCloseTo(flip.at / all, 9)
      }),
    )
  })

  test('a value’s flip is where the sums are equal, of the first option and of the second', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.nat(),
        fc.constantFrom('first' as const, 'second' as const),
        (pair, pick, which) => {
          const criterion = pick % pair.weights.length
          const gap = (value: number): number =>
            lead({ ...pair, [which]: pair[which].with(criterion, value) })
          const within = { least: 0, most: 10 }
          const flip = valueFlip(pair, which, criterion, within)
          const searched = flipOf(pair[which][criterion] ?? 0, within, gap)
          expect(flip === undefined).toBe(searched === undefined)
          if (flip === undefined) return
          expect(gap(flip.at)).toBeCloseTo(0, 9)
          expect(flip.at).toBeCloseTo(searched?.at ?? Number.NaN, 9)
        },
      ),
    )
  })

  test('all single changes that swap the two are given, the relatively smallest first', () => {
    const pair = { weights: [3, 6], first: [4, 1], second: [2, 1.5] }
    const flips = weightedFlips(pair, { weight: positive, value: positive })
    expect(flips.map(({ of, criterion, at }) => [of, criterion, at])).toEqual([
      ['first', 0, 3],
      ['second', 1, 2],
      ['weight', 0, 1.5],
      ['second', 0, 3],
      ['first', 1, 0.5],
      ['weight', 1, 12],
    ])
    const within = { weight: positive, value: { least: 0, most: 2 } }
    expect(weightedFlips({ ...pair, second: [0, 0] }, within)).toEqual([])
  })

  test('a criterion in which both have the same, or that weighs nothing, flips nothing', () => {
    const pair = { weights: [1, 0], first: [3, 1], second: [3, 5] }
    expect(weightFlip({ ...pair, weights: [1, 2] }, 0, positive)).toBeUndefined()
    expect(valueFlip({ ...pair, first: [4, 1] }, 'first', 1, unbounded)).toBeUndefined()
  })
})

describe('in a product or a quotient', () => {
  const sizes = fc.double({ min: 0.01, max: 1000, noNaN: true })

  test('a factor’s and a divisor’s flip is where the score is the rival’s', () => {
    fc.assert(
      fc.property(
        sizes,
        sizes,
        sizes,
        fc.constantFrom('factor' as const, 'divisor' as const),
        (present, other, rival, which) => {
          const score = (value: number): number =>
            which === 'factor' ? other * value : other / value
          const flip = factorFlip(present, which, score(present), rival, positive)
          expect(score(flip?.at ?? Number.NaN) / rival).toBeCloseTo(1, 9)
          const searched = flipOf(
            present,
            { least: 1e-12, most: Infinity },
            (value) => score(value) - rival,
          )
          expect((flip?.at ?? Number.NaN) / (searched?.at ?? Number.NaN)).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  test('there is none where the rival’s score has another sign, or is out of bounds, or the score is 0', () => {
    expect(factorFlip(2, 'factor', 4, -4, positive)).toBeUndefined()
    expect(factorFlip(2, 'divisor', 4, 0, positive)).toBeUndefined()
    expect(factorFlip(2, 'factor', 4, 400, { least: 0, most: 100 })).toBeUndefined()
    expect(factorFlip(0, 'factor', 0, 4, positive)).toBeUndefined()
    expect(factorFlip(0, 'factor', 0, 0, positive)).toEqual({ at: 0, change: 0, relative: 0 })
  })
})

const lead = ({ weights, first, second }: WeightedPair): number =>
  sum(weights.map((weight, at) => weight * ((first[at] ?? 0) - (second[at] ?? 0))))

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
