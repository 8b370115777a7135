import { expect, test } from 'vitest'
import { researchQuestion } from './research-question.ts'

test('a question can be called answered only with its answer', () => {
  const check = researchQuestion.check ?? (() => [])
  expect(check({ state: 'answered', answer: null })).toEqual([
    { at: 'answer', says: 'An answered question needs its answer.' },
  ])
  expect(check({ state: 'answered', answer: { type: 'doc' } })).toEqual([])
  expect(check({ state: 'open', answer: null })).toEqual([])
})
