import { expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import { certaintyOf } from './certainty.ts'
import { candidatesOf } from './candidates.ts'
import { foremost, type Glances } from './foremost.ts'

const idea = (id: string, reach: number) => ({ id, reach, impact: 1, confidence: 100, effort: 1 })

const many = Array.from({ length: 1_500 }, (_, at) =>
  idea(`idea ${String(at).padStart(4, '0')}`, 10 + at),
)
const doubtful = {
  id: 'one',
  ideaId: 'idea 0000',
  factor: 'reach',
  low: 1,
  likely: 10,
  high: 9_000,
  raterId: 'ana',
}

test('an idea with a middling score and a good end is weighed before many that are surely better than its middle', () => {
  const { weighed, beyond } = foremost(candidatesOf(many, [doubtful]), 1_000, 1)
  expect(weighed.length).toBe(1_000)
  expect(weighed[0]?.id).toBe('idea 0000')
  expect(beyond.length).toBe(500)
  expect(beyond[0]).toEqual({ id: 'idea 0500', expected: 510 })
})

test('it does not hang on the order in which ideas come', () => {
  const [forth, back] = [many, many.toReversed()].map((ideas) =>
    foremost(candidatesOf(ideas, [doubtful]), 1_000, 1),
  )
  expect(back).toEqual(forth)
})

test('all have a score to expect, and one with a good end has its chance of being the first', () => {
  const told = must(
    certaintyOf({ ideas: many, estimates: [doubtful], top: 5, draws: 500, seed: 1 }),
  )
  const ids = [...told.standings, ...told.beyond].map(({ id }) => id)
  expect(new Set(ids).size).toBe(1_500)
  expect(told.standings.find(({ id }) => id === 'idea 0000')?.first).toBeGreaterThan(0.1)
})

test('what was drawn of a candidate before is taken again, by the same seed only', () => {
  const candidates = candidatesOf(many, [doubtful])
  const glances: Glances = new WeakMap()
  for (const seed of [1, 1, 2, 1])
    expect(foremost(candidates, 1_000, seed, glances)).toEqual(foremost(candidates, 1_000, seed))
  expect(glances.get(must(candidates[0]))?.seed).toBe(1)
})
