/**
 * Every option has one rank in a draw, so rows and columns of probabilities sum to one. They are compared with
 * counting, option by option, how many are better and how many are equal.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, matrices, sharesOf } from './scores.world.ts'
import type { Scores } from './scores.ts'

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

const at = ({ draws, values }: Scores, option: number, draw: number): number =>
  values[option * draws + draw] ?? Number.NaN
