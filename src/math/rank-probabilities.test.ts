/**
 * The laws of a ranking: every option has one rank in a draw, so rows and columns of probabilities sum to one; what is
 * said of an option does not depend on the order in which options come; ties share equally; what is missing is
 * said. Its answers are compared with closed forms, and with counting over all permutations of small cases.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beats } from './beats.ts'
import { drawOf } from './draws.ts'
import { normalCdf, normalQuantile } from './normal.ts'
import { fillWords, streamOf, uniformOf } from './random.ts'
import { ranking, type Ranking, type Standing } from './rank-probabilities.ts'
import { rangeOf, type Range } from './range.ts'
import { fillShares, rankTally } from './rank-tally.ts'
import type { Scores } from './scores.ts'

const asked = { top: 2, level: 0.8, apart: 0.8 }

/** Few values, so that ties are common, and options that lack a score now and then. */
const matrices = fc
  .record({ options: fc.integer({ min: 1, max: 7 }), draws: fc.integer({ min: 1, max: 30 }) })
  .chain(({ options, draws }) =>
    fc
      .array(
        fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ min: -3, max: 3, noNaN: true })),
        {
          minLength: options * draws,
          maxLength: options * draws,
        },
      )
      .map((values): Scores => ({ options, draws, values: Float64Array.from(values) })),
  )

describe('the probabilities of ranks', () => {
  test('sum to one for each option and for each rank', () => {
    fc.assert(
      fc.property(matrices, (scores) => {
        const count = scores.options
        const shares = sharesOf(scores)
        for (let one = 0; one < count; one += 1) {
          const [row, column] = [0, 0].map((_, kind) =>
            all(count).reduce(
              (sum, at) => sum + (shares[kind === 0 ? one * count + at : at * count + one] ?? 0),
              0,
            ),
          )
          expect(Math.abs((row ?? 0) - 1)).toBeLessThan(1e-9)
          expect(Math.abs((column ?? 0) - 1)).toBeLessThan(1e-9)
        }
        expect(shares.every((share) => share >= 0 && share <= 1 + 1e-9)).toBe(true)
      }),
    )
  })

  test('are those of counting by hand, where options that tie share their ranks equally', () => {
    fc.assert(
      fc.property(matrices, (scores) => {
        const count = scores.options
        const shares = sharesOf(scores)
        const byHand = new Float64Array(count * count)
        for (let draw = 0; draw < scores.draws; draw += 1)
          for (const option of all(count)) {
            const better = all(count).filter(
              (other) => at(scores, other, draw) > at(scores, option, draw),
            ).length
            const equal = all(count).filter(
              (other) => at(scores, other, draw) === at(scores, option, draw),
            ).length
            for (let rank = better; rank < better + equal; rank += 1)
              byHand[option * count + rank] =
                (byHand[option * count + rank] ?? 0) + 1 / equal / scores.draws
          }
        shares.forEach((share, cell) => expect(share).toBeCloseTo(byHand[cell] ?? 0, 12))
      }),
    )
  })

  test('of 300 options that are all alike are one in 300 each, and no option is first alone', () => {
    const scores = { options: 300, draws: 40, values: new Float64Array(300 * 40).fill(7) }
    const shares = sharesOf(scores)
    expect(shares.every((share) => Math.abs(share * 300 - 1) < 1e-9)).toBe(true)
  })
})

describe('a ranking', () => {
  test('names the options without a score in some draw, and ranks the others as if they were not there', () => {
    const nan = Number.NaN
    const scores = of([
      [1, 2, 3],
      [nan, 9, 9],
      [3, 4, 5],
      [Infinity, nan, 0],
      [0, 0, 0],
    ])
    const told = ranking(scores, asked)
    expect(told.unscored).toEqual([
      { option: 1, draws: 1 },
      { option: 3, draws: 2 },
    ])
    expect(told.standings.map(({ option, place, first }) => [option, place, first.p])).toEqual([
      [2, 1, 1],
      [0, 2, 0],
      [4, 3, 0],
    ])
  })

  test('of nothing is empty', () => {
    expect(ranking({ options: 0, draws: 3, values: new Float64Array(0) }, asked)).toEqual({
      standings: [],
      groups: [],
      unscored: [],
    })
  })

  test('has each option once, by falling expected score, and the same place for the same expectation', () => {
    fc.assert(
      fc.property(matrices, (scores) => {
        const { standings, groups } = ranking(scores, asked)
        expect(standings.map(({ option }) => option).toSorted((a, b) => a - b)).toEqual(
          all(scores.options),
        )
        expect(groups.flatMap(({ options }) => options)).toEqual(
          standings.map(({ option }) => option),
        )
        for (const one of standings)
          expect(one.place).toBe(
            1 + standings.filter(({ expected }) => expected > one.expected).length,
          )
      }),
    )
  })

  test('says the same of an option in whatever order the options come', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (scores, by) => {
        const count = scores.options
        const turned = all(count).map((option) => (option + by) % count)
        const rows = turned.map((option) => rowsOf(scores)[option] ?? [])
        const before = byOption(ranking(scores, asked))
        const after = byOption(ranking(of(rows), asked))
        turned.forEach((option, now) => {
          const [one, other] = [before.get(option), after.get(now)]
          expect({ ...other, option }).toEqual({ ...one })
        })
      }),
    )
  })

  test('is that of scores stretched and moved', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: -5, max: 5 }), (scores, by) => {
        const moved = { ...scores, values: scores.values.map((value) => 4 * value + by) }
        // Ties that rounding makes are of another kind.
        fc.pre(new Set(moved.values).size === new Set(scores.values).size)
        const [before, after] = [scores, moved].map((one) => byOption(ranking(one, asked)))
        for (const option of all(scores.options))
          expect(ofRanks(after?.get(option))).toEqual(ofRanks(before?.get(option)))
      }),
    )
  })

  test('says how often an option is in the top, on average where it stands, and between which ranks', () => {
    // Option 0 is first in 6 of 10 draws, option 2 in 3, option 3 in 1; option 1 is always second.
    const scores = of([
      [9, 9, 9, 9, 9, 9, 1, 1, 1, 1],
      [5, 5, 5, 5, 5, 5, 5, 5, 5, 5],
      [3, 3, 3, 3, 3, 3, 9, 9, 9, 3],
      [1, 1, 1, 1, 1, 1, 3, 3, 3, 9],
    ])
    const told = byOption(ranking(scores, asked))
    expect(told.get(0)).toMatchObject({
      place: 1,
      expected: 5.8,
      first: { p: 0.6 },
      inTop: { p: 0.6 },
    })
    expect(told.get(0)?.expectedRank).toBeCloseTo(0.6 + 0.4 * 4, 12)
    expect(told.get(1)).toMatchObject({ place: 2, bestRank: 2, worstRank: 2, low: 5, high: 5 })
    expect(told.get(1)?.inTop.p).toBeCloseTo(1, 12)
    expect(told.get(0)).toMatchObject({ bestRank: 1, worstRank: 4, low: 1, high: 9 })
    // A tenth at either end is left out of what holds 80 %: its one draw in first place.
    expect(told.get(3)).toMatchObject({ bestRank: 3, worstRank: 4 })
  })

  test('has intervals that hold at least their level', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0.1, max: 0.95, noNaN: true }), (scores, level) => {
        const shares = sharesOf(scores)
        for (const one of ranking(scores, { ...asked, level }).standings) {
          const own = shares.subarray(
            one.option * scores.options,
            (one.option + 1) * scores.options,
          )
          const held = own
            .subarray(one.bestRank - 1, one.worstRank)
            .reduce((sum, share) => sum + share, 0)
          expect(held).toBeGreaterThanOrEqual(level - 1e-6)
          const row = rowsOf(scores)[one.option] ?? []
          const inside = row.filter((score) => score >= one.low && score <= one.high).length
          expect(inside / scores.draws).toBeGreaterThanOrEqual(level - 1e-6)
        }
      }),
    )
  })
})

describe('against what is known', () => {
  const draws = 2 ** 14

  test('of options that are all drawn alike each is first, and has any rank, equally often', () => {
    const options = 20
    const told = ranking(
      drawn(
        all(options).map((at) => [`option ${at}`, 0, 1] as const),
        draws,
      ),
      { ...asked, top: 5 },
    )
    for (const { first, inTop } of told.standings) {
      expect(Math.abs(first.p - 1 / options)).toBeLessThan(4 * Math.sqrt(1 / options / draws))
      expect(Math.abs(inTop.p - 5 / options)).toBeLessThan(4 * Math.sqrt(0.25 / draws))
    }
    const away = told.standings.map(({ first }) => (first.p - 1 / options) / first.error)
    expect(away.reduce((sum, z) => sum + z * z, 0)).toBeLessThan(43.82)
  })

  test.each([
    [0.5, 1, 0, 1],
    [3, 2, 1, 0.5],
    [10, 4, 9, 4],
    [0, 1, 0, 3],
  ])('N(%d, %d²) beats N(%d, %d²) as often as Φ says', (meanOne, one, meanOther, other) => {
    const scores = drawn(
      [
        ['one', meanOne, one],
        ['other', meanOther, other],
      ],
      draws,
    )
    const expected = normalCdf((meanOne - meanOther) / Math.hypot(one, other))
    const found = beats(scores, 0, 1)
    expect(Math.abs(found.p - expected)).toBeLessThan(4 * found.error)
    expect(byOption(ranking(scores, asked)).get(0)?.first.p).toBeCloseTo(found.p, 12)
    expect(beats(scores, 1, 0).p).toBeCloseTo(1 - found.p, 12)
  })

  test('among normals that differ by their means the first is first as often as the integral says', () => {
    const scores = drawn(
      [
        ['a', 1, 1],
        ['b', 0, 1],
        ['c', 0, 1],
      ],
      draws,
    )
    // ∫ φ(z − 1) Φ(z)² dz, by the middles of small steps.
    let expected = 0
    for (let z = -8; z < 10; z += 1e-3)
      expected +=
        (1e-3 * Math.exp(-((z + 5e-4 - 1) ** 2) / 2) * normalCdf(z + 5e-4) ** 2) /
        Math.sqrt(2 * Math.PI)
    const first = byOption(ranking(scores, asked)).get(0)?.first
    expect(Math.abs((first?.p ?? 0) - expected)).toBeLessThan(4 * (first?.error ?? 0))
  })

  test('two uniforms: the upper half of one beats the whole of the other three times in four', () => {
    const values = new Float64Array(2 * draws)
    const [left, right] = [new Uint32Array(draws), new Uint32Array(draws)]
    fillWords(streamOf(1, 'left'), left)
    fillWords(streamOf(1, 'right'), right)
    left.forEach((word, draw) => {
      values[draw] = 0.5 + uniformOf(word) / 2
    })
    right.forEach((word, draw) => {
      values[draws + draw] = uniformOf(word)
    })
    const found = beats({ options: 2, draws, values }, 0, 1)
    expect(Math.abs(found.p - 0.75)).toBeLessThan(4 * found.error)
  })

  test('an expected score and its interval are those of the distribution', () => {
    const [one] = ranking(drawn([['one', 10, 2]], draws), asked).standings
    expect(one?.expected).toBeCloseTo(10, 2)
    expect(one?.expectedError).toBeCloseTo(2 / Math.sqrt(draws), 3)
    expect(one?.low).toBeCloseTo(10 - 2 * 1.2815515655446004, 2)
    expect(one?.high).toBeCloseTo(10 + 2 * 1.2815515655446004, 2)
  })

  test('a standard error is how far repeated rankings lie apart', () => {
    const runs = Array.from({ length: 60 }, (_, seed) => {
      const scores = drawn(
        [
          ['a', 0.5, 1],
          ['b', 0, 1],
          ['c', 0.2, 2],
        ],
        500,
        seed,
      )
      return byOption(ranking(scores, asked)).get(0)?.first ?? { p: 0, error: 0 }
    })
    const mean = runs.reduce((sum, { p }) => sum + p, 0) / runs.length
    const spread = Math.sqrt(
      runs.reduce((sum, { p }) => sum + (p - mean) ** 2, 0) / (runs.length - 1),
    )
    const said = runs.reduce((sum, { error }) => sum + error, 0) / runs.length
    // Never much more than is said; less, since stratified draws are surer than independent ones.
    expect(spread / said).toBeLessThan(1.25)
    expect(spread / said).toBeGreaterThan(0.4)
  })

  test('a tie is half a success, also of 0 and −0, and a score against itself is even', () => {
    const scores = of([
      [0, -0, 3, 1],
      [-0, 0, 3, 2],
    ])
    expect([beats(scores, 0, 1).p, beats(scores, 1, 0).p, beats(scores, 0, 0).p]).toEqual([
      3 / 8,
      5 / 8,
      1 / 2,
    ])
  })

  test('what never came is not taken for impossible', () => {
    const [, last] = ranking(
      of([
        [2, 2, 2, 2],
        [1, 1, 1, 1],
      ]),
      asked,
    ).standings
    expect(last?.first.p).toBe(0)
    expect(last?.first.error).toBeGreaterThan(0)
  })
})

describe('groups that cannot be told apart', () => {
  test('each begin with an option that the one before it leads surely, and hold none that their first leads surely', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0.5, max: 1, noNaN: true }), (scores, apart) => {
        const { groups } = ranking(scores, { ...asked, apart })
        groups.forEach(({ options: [leader = 0, ...rest], leads }, at) => {
          expect(leads).toEqual(rest.map((option) => beats(scores, leader, option)))
          for (const { p } of leads) expect(p).toBeLessThan(apart)
          const next = groups[at + 1]?.options[0]
          if (next !== undefined)
            expect(beats(scores, leader, next).p).toBeGreaterThanOrEqual(apart)
        })
      }),
    )
  })

  test('do not chain: a long row of small steps is cut where the leader is sure', () => {
    // Each beats its neighbour with probability 0.6 and the fourth from it with 0.84.
    const step = normalQuantile(0.6) * Math.SQRT2
    const scores = drawn(
      all(9).map((at) => [`option ${at}`, -step * at, 1] as const),
      2 ** 13,
    )
    const { groups } = ranking(scores, asked)
    expect(groups.map(({ options }) => options)).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]])
  })

  test('hold options that are alike together, and keep apart what never changes places', () => {
    const alike = of([
      [3, 3],
      [3, 3],
      [1, 1],
      [1, 1],
    ])
    expect(ranking(alike, asked).groups.map(({ options }) => options)).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

const of = (rows: readonly (readonly number[])[]): Scores => ({
  options: rows.length,
  draws: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
})

const rowsOf = ({ options, draws, values }: Scores): readonly (readonly number[])[] =>
  all(options).map((option) => [...values.subarray(option * draws, (option + 1) * draws)])

/** The probabilities of ranks, a row for each option. */
function sharesOf(scores: Scores): Float64Array {
  const count = scores.options
  const tally = rankTally(scores, all(count))
  const shares = new Float64Array(count * count)
  for (const row of all(count))
    fillShares(tally, row, shares.subarray(row * count, (row + 1) * count))
  return shares
}

const at = ({ draws, values }: Scores, option: number, draw: number): number =>
  values[option * draws + draw] ?? Number.NaN

const byOption = ({ standings }: Ranking): ReadonlyMap<number, Standing> =>
  new Map(standings.map((one) => [one.option, one]))

const ofRanks = (one: Standing | undefined): unknown => [
  one?.first,
  one?.inTop,
  one?.bestRank,
  one?.worstRank,
  one?.expectedRank,
]

/** Standard normal. */
const normal: Range = rangeOfNormal()

function rangeOfNormal(): Range {
  const tenth = normalQuantile(0.9)
  const read = rangeOf({ low: -tenth, likely: 0, high: tenth }, 'quantiles')
  if ('flaw' in read) throw new Error(read.flaw)
  return read.range
}

function drawn(
  normals: readonly (readonly [name: string, mean: number, deviation: number])[],
  draws: number,
  seed = 1,
): Scores {
  const values = new Float64Array(normals.length * draws)
  const draw = drawOf(seed)
  normals.forEach(([stream, mean, deviation], option) => {
    const row = values.subarray(option * draws, (option + 1) * draws)
    draw({ stream, range: normal }, row)
    row.forEach((z, index) => {
      row[index] = mean + deviation * z
    })
  })
  return { options: normals.length, draws, values }
}
