import { fillWords, streamOf, uniformOf } from '../src/math/random.ts'
import { ranking, type Ranking } from '../src/math/rank-probabilities.ts'
import { fillShares, rankTally } from '../src/math/rank-tally.ts'
import type { Scores } from '../src/math/scores.ts'
import { upperTail } from './closed-forms.ts'
import { normals } from './normals.ts'
import { within, type Verdict } from './verdicts.ts'

/** Probabilities of ranks where they are known. What is drawn may be off by four standard errors of as many draws. */
export const rankVerdicts = (): readonly Verdict[] => [...pairs(), ...alike(), ...lives()]

const draws = 2 ** 15
const off = (p: number): number => 4 * Math.sqrt((p * (1 - p)) / draws)

/** How probably one of two normal numbers is the greater. */
const pairs = (): readonly Verdict[] =>
  (
    [
      [0.5, 1, 0, 1],
      [3, 2, 1, 0.5],
      [0, 1, 0, 3],
    ] as const
  ).map(([mean, deviation, other, spread]) => {
    const p = 1 - upperTail((mean - other) / Math.hypot(deviation, spread))
    const scores = scoresOf([
      normals('one', draws, mean, deviation),
      normals('other', draws, other, spread),
    ])
    return within(
      'ranks of normals (Thurstone 1927)',
      `N(${mean}, ${deviation}²) before N(${other}, ${spread}²)`,
      [p, firstOf(told(scores), 0)],
      off(p),
    )
  })

/** Of five that are drawn alike each has each rank one time in five. */
function alike(): readonly Verdict[] {
  const scores = scoresOf(all(5).map((at) => normals(`option ${at}`, draws, 0, 1)))
  const shares = sharesOf(scores)
  return [
    within(
      'ranks of five alike',
      'of 25 chances the one farthest from 1/5',
      [0.2, farthest(shares.flat(), 0.2)],
      off(0.2),
    ),
    within(
      'ranks of five alike',
      'a row and a column, whichever is farther from 1',
      [
        1,
        farthest(
          [
            ...shares.map(sumOf),
            ...all(5).map((rank) => sumOf(shares.map((row) => row[rank] ?? 0))),
          ],
          1,
        ),
      ],
      1e-9,
    ),
  ]
}

/**
 * Whoever lives longest, where lives are exponential with different means: the last rank falls to one with a
 * chance in proportion to its rate, and so on among those that are left (Luce 1959; Plackett 1975).
 */
function lives(): readonly Verdict[] {
  const rates = [1, 2, 3, 6]
  const scores = scoresOf(
    rates.map((rate, at) => uniforms(`life ${at}`).map((share) => -Math.log(share) / rate)),
  )
  const shares = sharesOf(scores)
  return rates.flatMap((_, option) =>
    rates.map((__, rank) => {
      const p = plackett(rates, option, rank)
      return within(
        'ranks of exponentials (Plackett 1975)',
        `rate ${rates[option]}, rank ${rank + 1}`,
        [p, shares[option]?.[rank]],
        off(p),
      )
    }),
  )
}

/** Over all orders in which they end: who ends first has the last rank. */
function plackett(rates: readonly number[], option: number, rank: number): number {
  let sum = 0
  const end = (left: readonly number[], chance: number): void => {
    const total = left.reduce((rate, one) => rate + (rates[one] ?? 0), 0)
    for (const one of left) {
      const here = (chance * (rates[one] ?? 0)) / total
      if (one === option) sum += left.length - 1 === rank ? here : 0
      else
        end(
          left.filter((other) => other !== one),
          here,
        )
    }
  }
  end(all(rates.length), 1)
  return sum
}

function uniforms(stream: string): Float64Array {
  const words = new Uint32Array(draws)
  fillWords(streamOf(1, stream), words)
  return Float64Array.from(words, uniformOf)
}

const all = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0)

const farthest = (values: readonly number[], from: number): number =>
  values.reduce((most, one) => (Math.abs(one - from) > Math.abs(most - from) ? one : most), from)

function scoresOf(rows: readonly Float64Array[]): Scores {
  const values = new Float64Array(rows.length * draws)
  rows.forEach((row, option) => values.set(row, option * draws))
  return { options: rows.length, draws, values }
}

const told = (scores: Scores): Ranking => ranking(scores, { top: 1, level: 0.8, apart: 0.8 })

const firstOf = ({ standings }: Ranking, option: number): number | undefined =>
  standings.find((one) => one.option === option)?.first.p

/** The chances of the ranks, a row for each option. */
function sharesOf(scores: Scores): readonly (readonly number[])[] {
  const tally = rankTally(scores, all(scores.options))
  return all(scores.options).map((option) => {
    const row = new Float64Array(scores.options)
    fillShares(tally, option, row)
    return [...row]
  })
}
