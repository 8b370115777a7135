/**
 * The laws of draws: they follow from seed, stream and range alone (common random numbers); the first are the
 * same however many there are; each input by itself is distributed as its range, whatever it shares.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unbounded } from './bounds.ts'
import { drawOf, type Input } from './draws.ts'
import { normalCdf } from './normal.ts'
import { meanOf, quantileOf, rangeOf, varianceOf, type Range, type Reading } from './range.ts'

const pert = rangeIn(1, 2, 5, 'pert')
/** Standard deviation 1. */
const normal = rangeIn(-1.2815515655446004, 0, 1.2815515655446004, 'quantiles')

describe('draws', () => {
  test('are refused a seed or a correlation that is none', () => {
    expect(() => drawn({ stream: 'a', range: pert }, 8, 0.5)).toThrow(RangeError)
    for (const correlation of [1.01, -1.01, Number.NaN])
      expect(() =>
        drawn({ stream: 'a', range: pert, shared: { factor: 'f', correlation } }, 8),
      ).toThrow(RangeError)
  })

  test('of a point are the point', () => {
    expect(drawn({ stream: 'a', range: { kind: 'point', at: 3 } }, 4)).toEqual([3, 3, 3, 3])
  })

  test('are the same in whatever order and company they are made', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 1, max: 300 }), fc.nat(), (all, count, seed) => {
        const draw = drawOf(seed)
        const into = new Float64Array(count)
        for (const input of [...all].toReversed().slice(1)) {
          draw(input, into)
          expect([...into]).toEqual(drawn(input, count, seed))
        }
      }),
    )
  })

  test('begin the same however many there are, and a few of three quantiles all but the same', () => {
    fc.assert(
      fc.property(
        inputs,
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 600 }),
        ([input], few, more) => {
          if (input === undefined) return
          const draw = drawOf(5)
          const [first, all] = [new Float64Array(few), new Float64Array(few + more)]
          draw(input, first)
          draw(input, all)
          if (input.range.kind !== 'quantiles') {
            expect(all.slice(0, few)).toEqual(first)
            return
          }
          const near = 5e-4 * Math.sqrt(varianceOf(input.range))
          const [low, high] = [quantileOf(input.range, 1e-3), quantileOf(input.range, 1 - 1e-3)]
          for (const [at, value] of first.entries())
            if (value > low && value < high)
              expect(Math.abs((all[at] ?? 0) - value)).toBeLessThanOrEqual(near)
        },
      ),
    )
  })

  test('change with the seed and with the stream', () => {
    const input = { stream: 'a', range: pert }
    expect(drawn(input, 4, 1)).not.toEqual(drawn(input, 4, 2))
    expect(drawn(input, 4)).not.toEqual(drawn({ ...input, stream: 'b' }, 4))
  })

  test('of a range that moved keep their chance: each is what the same probability gives', () => {
    const before = drawn({ stream: 'a', range: rangeIn(0, 0.3, 1, 'triangular') }, 500)
    const after = drawn({ stream: 'a', range: rangeIn(10, 13, 20, 'triangular') }, 500)
    after.forEach((value, at) => expect(value).toBeCloseTo(10 + 10 * (before[at] ?? 0), 9))
  })
})

describe('each input is distributed as its range', () => {
  const ranges: Readonly<Record<string, Range>> = {
    pert,
    triangular: rangeIn(0, 1, 9, 'triangular'),
    normal,
    logNormal: rangeIn(1, 2, 4, 'quantiles', { least: 0, most: Infinity }),
    bounded: rangeIn(20, 70, 90, 'quantiles', { least: 0, most: 100 }),
  }
  const shares = [undefined, 0.6, -0.6, 1]
  const all = Object.entries(ranges).flatMap(([name, range]) =>
    shares.map((correlation) => [name, correlation, range] as const),
  )

  test.each(all)('%s with correlation %s', (name, correlation, range) => {
    const shared = correlation === undefined ? undefined : { factor: 'f', correlation }
    const count = 2 ** 14
    const values = drawn({ stream: name, range, shared }, count)
    const deviation = Math.sqrt(varianceOf(range))
    const mean = sum(values) / count
    // Stratified alone it is nearly exact; with a factor it is at least as sure as if it were not.
    const sure = correlation === undefined || correlation === 1 ? 1e-3 : 4 / Math.sqrt(count)
    expect(Math.abs(mean - meanOf(range)) / deviation).toBeLessThan(sure)
    for (const p of [0.01, 0.1, 0.5, 0.9, 0.99]) {
      const quantile = quantileOf(range, p)
      const below = values.filter((value) => value <= quantile).length / count
      const error =
        correlation === undefined || correlation === 1
          ? 2 / count
          : 4 * Math.sqrt((p * (1 - p)) / count)
      expect(Math.abs(below - p)).toBeLessThanOrEqual(error)
    }
  })
})

describe('inputs that share a factor', () => {
  const count = 2 ** 14
  const withShare = (stream: string, factor: string, correlation: number): readonly number[] =>
    drawn({ stream, range: normal, shared: { factor, correlation } }, count)

  test.each([-1, -0.5, 0, 0.3, 0.9, 1])(
    'are correlated by their normals as said: %d',
    (correlation) => {
      const left = withShare('left', 'f', Math.abs(correlation))
      const right = withShare('right', 'f', correlation)
      const error = (4 * (1 - correlation ** 2)) / Math.sqrt(count) + 1e-3
      expect(Math.abs(correlationOf(left, right) - correlation)).toBeLessThan(error)
    },
  )

  test('are correlated by the root of the product where each says another, and not across factors', () => {
    expect(correlationOf(withShare('left', 'f', 0.25), withShare('right', 'f', 0.64))).toBeCloseTo(
      0.4,
      1,
    )
    expect(
      Math.abs(correlationOf(withShare('left', 'f', 0.9), withShare('right', 'g', 0.9))),
    ).toBeLessThan(0.04)
  })

  test('are correlated by rank as a Gaussian copula is, whatever their ranges', () => {
    const [first, second] = [
      rangeIn(0, 0, 1, 'pert'),
      rangeIn(1, 2, 30, 'quantiles', { least: 0, most: Infinity }),
    ]
    const shared = { factor: 'f', correlation: 0.7 }
    const left = drawn({ stream: 'left', range: first, shared }, count)
    const right = drawn({ stream: 'right', range: second, shared }, count)
    const expected = (6 / Math.PI) * Math.asin(0.7 / 2)
    expect(Math.abs(correlationOf(ranks(left), ranks(right)) - expected)).toBeLessThan(0.02)
  })

  test('are not correlated with a stream that has the factor’s name', () => {
    const left = withShare('left', 'f', 0.9)
    expect(
      Math.abs(correlationOf(left, drawn({ stream: 'f', range: normal }, count))),
    ).toBeLessThan(0.04)
  })
})

test('of two independent normals the one with the higher mean is higher as often as is known', () => {
  const count = 2 ** 14
  const [high, low] = [rangeOfNormal(3, 2), rangeOfNormal(1, 1)]
  const left = drawn({ stream: 'left', range: high }, count)
  const right = drawn({ stream: 'right', range: low }, count)
  const beats = left.filter((value, at) => value > (right[at] ?? 0)).length / count
  expect(Math.abs(beats - normalCdf(2 / Math.sqrt(5)))).toBeLessThan(4 * Math.sqrt(0.25 / count))
})

const inputs: fc.Arbitrary<readonly Input[]> = fc.array(
  fc.record(
    {
      stream: fc.string(),
      range: fc.constantFrom<Range>(pert, normal, { kind: 'point', at: 1 }),
      shared: fc.record({
        factor: fc.constantFrom('f', 'g'),
        correlation: fc.constantFrom(-0.3, 0.5, 1),
      }),
    },
    { requiredKeys: ['stream', 'range'] },
  ),
  { minLength: 1, maxLength: 4 },
)

function drawn(input: Input, count: number, seed = 1): readonly number[] {
  const into = new Float64Array(count)
  drawOf(seed)(input, into)
  return [...into]
}

function rangeIn(
  low: number,
  likely: number,
  high: number,
  reading: Reading,
  bounds = unbounded,
): Range {
  const read = rangeOf({ low, likely, high }, reading, bounds)
  if ('flaw' in read) throw new Error(read.flaw)
  return read.range
}

function rangeOfNormal(mean: number, deviation: number): Range {
  const tenth = 1.2815515655446004 * deviation
  return rangeIn(mean - tenth, mean, mean + tenth, 'quantiles')
}

function correlationOf(left: readonly number[], right: readonly number[]): number {
  const [meanLeft, meanRight] = [sum(left) / left.length, sum(right) / right.length]
  const products = left.map((value, at) => (value - meanLeft) * ((right[at] ?? 0) - meanRight))
  const squares = (values: readonly number[], mean: number): number =>
    sum(values.map((value) => (value - mean) ** 2))
  return sum(products) / Math.sqrt(squares(left, meanLeft) * squares(right, meanRight))
}

function ranks(values: readonly number[]): readonly number[] {
  const order = values
    .map((_, at) => at)
    .toSorted((left, right) => (values[left] ?? 0) - (values[right] ?? 0))
  const into = order.map(() => 0)
  order.forEach((at, rank) => {
    into[at] = rank
  })
  return into
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
