import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddsFaults } from './odds.ts'

const at = (prediction: object, odds: object): readonly string[] =>
  oddsFaults(prediction as never, odds as never).map((place) => place.at)

test('yes or no takes a chance, and nothing of another kind', () => {
  expect(at({ kind: 'binary' }, {})).toEqual(['chance'])
  expect(at({ kind: 'binary' }, { chance: 0 })).toEqual([])
  expect(at({ kind: 'binary' }, { chance: 70, low: 1, likely: 2, high: 3 })).toEqual([
    'low',
    'likely',
    'high',
  ])
})

test('one of several takes as many chances as answers, together 100', () => {
  const prediction = { kind: 'choice', answers: ['A', 'B', 'C'] }
  expect(at(prediction, { chances: ['50', '50'] })).toEqual(['chances'])
  expect(at(prediction, { chances: ['50', '50', '50'] })).toEqual(['chances'])
  expect(at(prediction, { chances: ['50', 'a lot', '50'] })).toEqual(['chances'])
  expect(at(prediction, { chances: ['50', '', '50'] })).toEqual(['chances'])
  expect(at(prediction, { chances: ['120', '-10', '-10'] })).toEqual(['chances'])
  expect(at(prediction, { chances: ['33.33', '33.33', '33.33'] })).toEqual([])
})

test('a number and a day take three of them', () => {
  expect(at({ kind: 'quantity' }, { low: 1, high: 3 })).toEqual(['likely'])
  expect(at({ kind: 'quantity' }, { low: 1, likely: 2, high: 3 })).toEqual([])
  expect(at({ kind: 'date' }, { likelyOn: '2027-01-01' })).toEqual(['lowOn', 'highOn'])
})

test('days stand in order, whatever they are', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => new Date(Date.UTC(2024, 0, days)).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, day, (lowOn, likelyOn, highOn) => {
      const faults = at({ kind: 'date' }, { lowOn, likelyOn, highOn })
      expect(faults.includes('lowOn')).toBe(lowOn > likelyOn)
      expect(faults.includes('highOn')).toBe(highOn < likelyOn)
    }),
  )
})
