/** What holds of an order of ideas, whatever was estimated. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { english } from '../../../engine/words.ts'
import { certaintyOf, type Certainty } from './certainty.ts'
import { rankingOf } from './ranking-of.ts'

interface Given {
  readonly reach: number
  readonly range: readonly [number, number, number] | null
  readonly effort: number
}

const given = fc.record({
  reach: fc.integer({ min: 1, max: 5_000 }),
  range: fc.option(
    fc
      .tuple(
        fc.double({ min: 1, max: 5_000, noNaN: true }),
        fc.double({ min: 1.05, max: 3, noNaN: true }),
        fc.double({ min: 1.05, max: 3, noNaN: true }),
      )
      .map(([likely, down, up]) => [likely / down, likely, likely * up] as const),
  ),
  effort: fc.integer({ min: 1, max: 9 }),
})

const some = fc.array(given, { minLength: 2, maxLength: 8 })

const ideasOf = (all: readonly Given[]): readonly Row[] =>
  all.map(
    ({ reach, effort }, at) =>
      ({
        id: `idea ${at}`,
        ref: `IDEA-${at}`,
        title: `Idea ${at}`,
        reach,
        impact: 1,
        confidence: 80,
        effort,
        score: (reach * 0.8) / effort,
      }) as unknown as Row,
  )

const estimatesOf = (all: readonly Given[], more = 1): readonly Row[] =>
  all.flatMap(({ range }, at) => (range === null ? [] : [estimateOf(range, at, more)]))

function estimateOf(
  [low, likely, high]: readonly [number, number, number],
  at: number,
  more: number,
): Row {
  const times = at === 0 ? more : 1
  const row: unknown = {
    id: `estimate ${at}`,
    ideaId: `idea ${at}`,
    factor: 'reach',
    low: low * times,
    likely: likely * times,
    high: high * times,
    raterId: 'ana',
  }
  return row as Row
}

const weigh = (ideas: readonly Row[], estimates: readonly Row[]): Certainty | null =>
  certaintyOf({ ideas, estimates, top: 2, draws: 256, seed: 1 })

test('the order has each idea once, and does not hang on the order in which ideas and estimates come', () => {
  fc.assert(
    fc.property(some, fc.infiniteStream(fc.nat()), (all, chance) => {
      const shuffled = <T>(rows: readonly T[]): readonly T[] =>
        rows
          .map((row) => [chance.next().value ?? 0, row] as const)
          .toSorted(([one], [other]) => one - other)
          .map(([, row]) => row)
      const [ideas, estimates] = [ideasOf(all), estimatesOf(all)]
      const [forth, back] = [
        rankingOf(ideas, 200, english, weigh(ideas, estimates)),
        rankingOf(shuffled(ideas), 200, english, weigh(shuffled(ideas), shuffled(estimates))),
      ]
      const ids = forth.rows.map(({ id }) => id)
      expect(new Set(ids).size).toBe(all.length)
      const byId = new Map(back.rows.map((row) => [row.id, row]))
      for (const row of forth.rows) {
        const { explanation: _, ...told } = row
        const { explanation: __, ...again } = must(byId.get(row.id), row.id)
        expect(again).toEqual(told)
      }
    }),
    { numRuns: 60 },
  )
})

test('a score to expect, and the chance to be first or to have room, never fall when reach rises', () => {
  fc.assert(
    fc.property(some, fc.double({ min: 1, max: 4, noNaN: true }), ([head, ...tail], more) => {
      const all = [{ ...must(head), range: must(head).range ?? ([50, 80, 160] as const) }, ...tail]
      const standing = (by: number) =>
        must(
          weigh(ideasOf(all), estimatesOf(all, by))?.standings.find(({ id }) => id === 'idea 0'),
          'idea 0',
        )
      const [before, after] = [standing(1), standing(more)]
      expect(after.expected).toBeGreaterThanOrEqual(before.expected * (1 - 1e-9))
      expect(after.first).toBeGreaterThanOrEqual(before.first - 1e-9)
      expect(after.inTop).toBeGreaterThanOrEqual(before.inTop - 1e-9)
      expect(after.place).toBeLessThanOrEqual(before.place)
    }),
    { numRuns: 60 },
  )
})
