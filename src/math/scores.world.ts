import fc from 'fast-check'
import { drawOf } from './draws.ts'
import { normalQuantile } from './normal.ts'
import { rangeOf, type Range } from './range.ts'
import type { Ranking, Standing } from './rank-probabilities.ts'
import { fillShares, rankTally } from './rank-tally.ts'
import type { Scores } from './scores.ts'

/** What the tests of a ranking ask for, where it does not matter. */
export const asked = { top: 2, level: 0.8, apart: 0.8 }

/** Few values, so that ties are common. */
export const matrices = fc
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

export const all = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => at)

/** Scores by the rows of options. */
export const scoresOf = (rows: readonly (readonly number[])[]): Scores => ({
  options: rows.length,
  draws: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
})

export const rowsOf = ({ options, draws, values }: Scores): readonly (readonly number[])[] =>
  all(options).map((option) => [...values.subarray(option * draws, (option + 1) * draws)])

/** The probabilities of ranks, a row for each option. */
export function sharesOf(scores: Scores): Float64Array {
  const count = scores.options
  const tally = rankTally(scores, all(count))
  const shares = new Float64Array(count * count)
  for (const row of all(count))
    fillShares(tally, row, shares.subarray(row * count, (row + 1) * count))
  return shares
}

export const byOption = ({ standings }: Ranking): ReadonlyMap<number, Standing> =>
  new Map(standings.map((one) => [one.option, one]))

/** Scores that are normal and independent. */
export function drawn(
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

const normal: Range = rangeOfNormal()

function rangeOfNormal(): Range {
  const tenth = normalQuantile(0.9)
  const read = rangeOf({ low: -tenth, likely: 0, high: tenth }, 'quantiles')
  if ('flaw' in read) throw new Error(read.flaw)
  return read.range
}
