import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kano, kanoOf, type KanoAnswer, type KanoCategory, type KanoPair } from './kano.ts'

/** A pair of answers for each category. */
const pairs: Readonly<Record<KanoCategory, KanoPair>> = {
  A: { functional: 1, dysfunctional: 3 },
  O: { functional: 1, dysfunctional: 5 },
  M: { functional: 3, dysfunctional: 5 },
  I: { functional: 3, dysfunctional: 3 },
  R: { functional: 5, dysfunctional: 1 },
  Q: { functional: 1, dysfunctional: 1 },
}
const said = (letters: string): readonly KanoPair[] =>
  [...letters].map((letter) => pairs[letter as KanoCategory])

test('nine are too few, and half answers do not count', () => {
  const half: KanoPair = { functional: 1, dysfunctional: null }
  expect(kano([...said('AAAAAAAAA'), half])).toEqual({ kind: 'few', n: 9, needed: 10 })
  expect(kano([half], 0)).toEqual({ kind: 'few', n: 0, needed: 1 })
  expect(kano([...said('AAAAAAAAAA'), half])).toMatchObject({ n: 10, unanswered: 1 })
})

test('the most frequent is the category, with its strength', () => {
  expect(kano(said('OOOOOAAMIR'))).toEqual({
    kind: 'kano',
    n: 10,
    unanswered: 0,
    counts: { A: 2, O: 5, M: 1, I: 1, R: 1, Q: 0 },
    modal: ['O'],
    category: 'O',
    decidedBy: 'count',
    categoryStrength: 0.3,
    totalStrength: 0.8,
    better: 7 / 9,
    worse: -6 / 9,
  })
})

test('a tie between groups goes to the larger group, and one within it to what hurts most', () => {
  expect(kano(said('AAAAIIIIMO'))).toMatchObject({
    modal: ['A', 'I'],
    category: 'A',
    decidedBy: 'group',
  })
  expect(kano(said('AAAAIIIIRQ'))).toMatchObject({ category: 'I', decidedBy: 'group' })
  expect(kano(said('AAAAIIIIOR'))).toMatchObject({ category: 'I', decidedBy: 'group' })
  expect(kano(said('AAAMMMOOOI'))).toMatchObject({
    modal: ['M', 'O', 'A'],
    category: 'M',
    decidedBy: 'rank',
    categoryStrength: 0,
  })
  expect(kano(said('RRRRIIIIAA'))).toMatchObject({ category: 'I', decidedBy: 'rank' })
})

test('where nobody is for or against, better and worse are not there', () => {
  expect(kano(said('RRRRRRQQQQ'))).toMatchObject({ better: null, worse: null, category: 'R' })
  expect(kano(said('IIIIIIIIII'))).toMatchObject({ better: 0, worse: 0 })
})

test('to swap the two questions turns what is wanted into its reverse, and back', () => {
  const answers = [1, 2, 3, 4, 5] as const
  const swapped = answers.flatMap((functional) =>
    answers.map((dysfunctional) =>
      [kanoOf(functional, dysfunctional), kanoOf(dysfunctional, functional)].join(''),
    ),
  )
  expect([...new Set(swapped)].toSorted()).toEqual(['AR', 'II', 'MR', 'OR', 'QQ', 'RA', 'RM', 'RO'])
})

const answer = fc.integer({ min: 1, max: 5 }).map((value) => value as KanoAnswer)
const surveys = fc.array(fc.record({ functional: answer, dysfunctional: answer }), {
  minLength: 10,
  maxLength: 40,
})

test('a survey counts everybody once, in any order, and keeps its figures in range', () => {
  fc.assert(
    fc.property(surveys, (survey) => {
      const told = kano(survey)
      if (told.kind === 'few') return expect.unreachable()
      expect(Object.values(told.counts).reduce((sum, one) => sum + one, 0)).toBe(survey.length)
      expect(told.modal).toContain(told.category)
      expect(told.better ?? 0).toBeGreaterThanOrEqual(0)
      expect((told.better ?? 0) <= 1 && (told.worse ?? 0) >= -1 && (told.worse ?? 0) <= 0).toBe(
        true,
      )
      expect(kano(survey.toReversed())).toEqual(told)
    }),
  )
})
