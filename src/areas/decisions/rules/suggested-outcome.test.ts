import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { english } from '../../../engine/words.ts'
import { outcomeOf } from './outcome.ts'
import { suggestedOutcome } from './suggested-outcome.ts'

const asked = (more: object): Row =>
  ({ resolvesOn: '2026-06-30', lockedAt: '2026-01-10T09:00:00.000Z', ...more }) as unknown as Row
const read = (...values: readonly (readonly [string, number])[]): readonly Row[] =>
  values.map(([on, value]) => ({ on, value }) as unknown as Row)
const says = (prediction: Row, readings: readonly Row[]): readonly [unknown, string] => {
  const { outcome, says: said } = suggestedOutcome(prediction, readings)
  return [outcome, english.told(said)]
}

test('a reading after the day says nothing of it', () => {
  const prediction = asked({ kind: 'quantity' })
  expect(says(prediction, read(['2026-07-01', 50]))).toEqual([
    null,
    'The metric has no reading up to 2026-06-30.',
  ])
  expect(
    says(prediction, read(['2026-07-01', 50], ['2026-06-30', 41], ['2026-05-01', 12])),
  ).toEqual([{ came: 41, cameOn: null }, 'The last reading up to 2026-06-30 is 41, of 2026-06-30.'])
})

test('yes or no compares the last reading with the threshold, either way', () => {
  const readings = read(['2026-03-01', 60], ['2026-06-28', 45])
  const more = asked({ kind: 'binary', threshold: 45, passes: 'at-least' })
  const less = asked({ kind: 'binary', threshold: 44, passes: 'at-most' })
  expect(says(more, readings)).toEqual([
    { came: 1, cameOn: null },
    'The last reading up to 2026-06-30 is 45, of 2026-06-28: at least 45.',
  ])
  expect(says(less, readings)[0]).toEqual({ came: 0, cameOn: null })
})

test('without a threshold it shows the reading and leaves the answer to a person', () => {
  expect(says(asked({ kind: 'binary' }), read(['2026-06-28', 45]))[0]).toBeNull()
})

test('a date is the first reading that reaches it since it was locked', () => {
  const prediction = asked({ kind: 'date', threshold: 40 })
  const readings = read(
    ['2026-01-01', 55],
    ['2026-02-01', 30],
    ['2026-04-01', 41],
    ['2026-05-01', 60],
  )
  expect(says(prediction, readings)).toEqual([
    { came: 1, cameOn: '2026-04-01' },
    'The first reading of at least 40 is 41, of 2026-04-01.',
  ])
  expect(says(prediction, read(['2026-02-01', 30]))[0]).toEqual({ came: 0, cameOn: null })
})

test('an outcome fits its kind, or it is said what would', () => {
  const place = (prediction: object, given: object): unknown =>
    outcomeOf(prediction as never, given)
  expect(place({ kind: 'binary' }, { came: 2 })).toMatchObject([{ at: 'came' }])
  expect(place({ kind: 'choice', answers: ['A', 'B'] }, { came: 2 })).toMatchObject([
    { at: 'came' },
  ])
  expect(place({ kind: 'choice', answers: ['A', 'B'] }, { came: 1 })).toEqual({
    came: 1,
    cameOn: null,
  })
  expect(place({ kind: 'date' }, {})).toMatchObject([{ at: 'cameOn' }])
  expect(place({ kind: 'date' }, { cameOn: '2026-04-01' })).toEqual({
    came: 1,
    cameOn: '2026-04-01',
  })
  expect(place({ kind: 'date' }, { came: 0 })).toEqual({ came: 0, cameOn: null })
})
