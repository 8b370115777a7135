import fc from 'fast-check'
import { expect, test } from 'vitest'
import { must } from '../../../engine/problem.ts'
import { candidatesOf } from './candidates.ts'
import type { Estimated, Weighed } from './factors.ts'
import { candidatesKept } from './kept-candidates.ts'

const idea = (id: string, reach: number | null = 10): Weighed => ({
  id,
  reach,
  impact: 1,
  confidence: 80,
  effort: 2,
})
const estimate = (ideaId: string, high = 20): Estimated => ({
  ideaId,
  raterId: 'ana',
  factor: 'reach',
  low: 5,
  likely: 10,
  high,
})

test('what is held again is the same object, and of the rest only what changed is another', () => {
  const kept = candidatesKept()
  const before = kept([idea('a'), idea('b'), idea('c')], [estimate('a'), estimate('b')])
  const after = kept([idea('b'), idea('a'), idea('d')], [estimate('b', 30), estimate('a')])
  expect(after.map(({ id }) => id)).toEqual(['b', 'a', 'd'])
  expect(after[1]).toBe(before[0])
  expect(after[0]).not.toBe(before[1])
  expect(kept([idea('a', 11)], [])[0]).not.toBe(before[0])
})

test('an idea that lacks a factor is none, until it has it', () => {
  const kept = candidatesKept()
  expect(kept([idea('a', null)], [])).toEqual([])
  expect(must(kept([idea('a', null)], [estimate('a')])[0]).id).toBe('a')
  expect(kept([idea('a', null)], [])).toEqual([])
})

const ideas = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), reach: fc.constantFrom(null, 1, 2) }),
  { selector: ({ id }) => id },
)
const estimates = fc.array(
  fc.record({
    ideaId: fc.constantFrom('a', 'b', 'c', 'e'),
    raterId: fc.constantFrom('ana', 'bo'),
    factor: fc.constantFrom('reach', 'effort', 'none such'),
    low: fc.constantFrom(1, undefined),
    likely: fc.constant(2),
    high: fc.constantFrom(3, 4, undefined),
  }),
  { maxLength: 8 },
)

test('whatever came before, they are the candidates of what is there', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(ideas, estimates), { maxLength: 6 }), (times) => {
      const kept = candidatesKept()
      for (const [some, said] of times) {
        const rows = some.map(({ id, reach }) => idea(id, reach))
        expect(kept(rows, said)).toEqual(candidatesOf(rows, said))
      }
    }),
  )
})
