/** The rules over decisions, experiments, tripwires and predictions. */
import { expect, test } from 'vitest'
import { ago, dayAgo, found, namesOf, row, saysOf } from './lint.world.ts'

test('a planned or running test without a threshold is found until it has one; zero is one', () => {
  const of = (fields: object) => namesOf({ rows: { experiment: [row('EXP-1', { ...fields })] } })
  expect(of({ state: 'planned' })).toEqual(['experiment-without-threshold EXP-1'])
  expect(of({ state: 'running', threshold: null })).toEqual(['experiment-without-threshold EXP-1'])
  expect(of({ state: 'planned', threshold: 0 })).toEqual([])
  expect(of({ state: 'stopped' })).toEqual([])
})

test('a test that ended is found until it has its verdict', () => {
  const of = (verdict: string | null) =>
    namesOf({ rows: { experiment: [row('EXP-1', { state: 'ended', threshold: 3, verdict })] } })
  expect(of(null)).toEqual(['experiment-without-verdict EXP-1'])
  expect(of('failed')).toEqual([])
})

test('a decision in force is past its review from the day after, until somebody looks back on that day or later', () => {
  const of = (reviewOn: string | null, reviewedDaysAgo?: number) =>
    namesOf({
      rows: {
        decision: [row('DEC-1', { state: 'decided', reviewOn, sentence: 'We build it.' })],
        review:
          reviewedDaysAgo === undefined
            ? []
            : [row('REV-1', { decisionId: 'DEC-1', reviewedAt: ago(reviewedDaysAgo) })],
      },
    })
  expect(of(dayAgo(1))).toEqual(['decision-past-review DEC-1'])
  expect(of(dayAgo(0))).toEqual([])
  expect(of(null)).toEqual([])
  expect(of(dayAgo(10), 5)).toEqual([])
  expect(of(dayAgo(10), 10)).toEqual([])
  // an earlier look does not stand for the one that is due
  expect(of(dayAgo(10), 40)).toEqual(['decision-past-review DEC-1'])
})

test('what is reversed or under review is not asked for its review', () => {
  for (const state of ['reversed', 'superseded', 'under-review'])
    expect(
      namesOf({ rows: { decision: [row('DEC-1', { state, reviewOn: dayAgo(30) })] } }),
    ).toEqual([])
})

test('an open question is found the day after its deadline', () => {
  const of = (state: string, dueOn: string) =>
    namesOf({ rows: { decision: [row('DEC-1', { state, dueOn, question: 'Build it?' })] } })
  expect(of('open', dayAgo(1))).toEqual(['decision-overdue DEC-1'])
  expect(of('open', dayAgo(0))).toEqual([])
  expect(of('decided', dayAgo(1))).toEqual([])
})

test('one option is too few, and through a one-way door none is too', () => {
  const of = (fields: object, options: number) =>
    namesOf({
      rows: {
        decision: [row('DEC-1', { state: 'open', door: 'two-way', ...fields })],
        option: Array.from({ length: options }, (_, at) =>
          row(`OPT-${at}`, { decisionId: 'DEC-1' }),
        ),
      },
    })
  expect(of({}, 0)).toEqual([])
  expect(of({}, 1)).toEqual(['one-option DEC-1'])
  expect(of({}, 2)).toEqual([])
  expect(of({ door: 'one-way' }, 0)).toEqual(['one-option DEC-1'])
  expect(of({ door: 'one-way' }, 2)).toEqual([])
  // what was decided through a two-way door is not gone into again
  expect(of({ state: 'decided', decidedAt: ago(9) }, 1)).toEqual([])
  expect(of({ state: 'decided', decidedAt: ago(9), door: 'one-way' }, 1)).toEqual([
    'one-option DEC-1',
  ])
})

test('evidence through a one-way door is one-sided from two pieces on, and no more once one speaks otherwise', () => {
  const of = (pro: number, contra: number, door = 'one-way') =>
    saysOf({
      rows: {
        decision: [row('DEC-1', { state: 'open', door })],
        option: [row('OPT-1', { decisionId: 'DEC-1' }), row('OPT-2', { decisionId: 'DEC-1' })],
      },
      links: [
        ...Array.from({ length: pro }, (_, at) => [`INS-${at}`, 'speaks-for', 'OPT-1'] as const),
        ...Array.from(
          { length: contra },
          (_, at) => [`INS-${at}`, 'speaks-against', 'OPT-2'] as const,
        ),
      ],
    })
  expect(of(2, 0)).toEqual(['2 pieces of evidence speak for its options, and none against one.'])
  expect(of(0, 3)).toEqual(['3 pieces of evidence speak against its options, and none for one.'])
  expect(of(1, 0)).toEqual([])
  expect(of(2, 1)).toEqual([])
  expect(of(2, 0, 'two-way')).toEqual([])
})

test('a tripwire that fired is found after a week, on its decision, until it is reviewed', () => {
  const given = (state: string, days: number) => ({
    rows: {
      decision: [row('DEC-1', { state: 'under-review', driverId: 'amara' })],
      tripwire: [row('TRIP-1', { decisionId: 'DEC-1', state, firedAt: ago(days) })],
    },
  })
  expect(saysOf(given('fired', 7))).toEqual([
    'Its tripwire TRIP-1 fired 7 days ago, and nobody has said whether we go on.',
  ])
  expect(saysOf(given('fired', 6.9))).toEqual([])
  expect(saysOf(given('reviewed', 30))).toEqual([])
  expect(found(given('fired', 9))[0]).toMatchObject({
    severity: 'error',
    whoseIds: ['amara'],
    remedy: { command: 'record-review', input: { decision: 'DEC-1', tripwire: 'TRIP-1' } },
  })
})

test('a prediction is found from the day after its own, until something came or it was voided', () => {
  const of = (state: string, resolvesOn: string) =>
    namesOf({ rows: { prediction: [row('PRED-1', { state, resolvesOn })] } })
  expect(of('locked', dayAgo(1))).toEqual(['prediction-unresolved PRED-1'])
  expect(of('open', dayAgo(1))).toEqual(['prediction-unresolved PRED-1'])
  expect(of('locked', dayAgo(0))).toEqual([])
  expect(of('resolved', dayAgo(1))).toEqual([])
  expect(of('void', dayAgo(1))).toEqual([])
})
