import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { english } from '../../../engine/words.ts'
import { logOf, tallyOf, type LogFilter } from './decision-log.ts'

const row = (id: string, fields: Readonly<Record<string, unknown>>): Row =>
  ({
    id,
    ref: id,
    createdAt: '2026-01-01T00:00:00.000Z',
    door: 'two-way',
    kind: 'choice',
    ...fields,
  }) as unknown as Row

const rows: Readonly<Record<string, readonly Row[]>> = {
  decision: [
    row('DEC-1', {
      state: 'decided',
      decidedAt: '2026-05-01T10:00:00.000Z',
      reviewOn: '2026-08-01',
      driverId: 'm',
    }),
    row('DEC-2', {
      state: 'open',
      openedAt: '2026-06-01T10:00:00.000Z',
      dueOn: '2026-06-20',
      door: 'one-way',
    }),
    row('DEC-3', { state: 'under-review', decidedAt: '2026-04-01T10:00:00.000Z', kind: 'refusal' }),
    row('DEC-4', {
      state: 'superseded',
      decidedAt: '2026-05-01T11:00:00.000Z',
      reviewOn: '2020-01-01',
    }),
  ],
  tripwire: [row('TRIP-1', { decisionId: 'DEC-1', by: '2026-07-15', state: 'armed' })],
}
const all = (record: string): readonly Row[] => rows[record] ?? []
const everything: LogFilter = { state: null, door: null, kind: null, driver: null, late: null }
const refs = (filter: Partial<LogFilter>, today = '2026-07-01'): readonly string[] =>
  logOf(all, { ...everything, ...filter }, { today, words: english }).map((one) => one.row.ref)

test('the newest stands first, and an open one by the day on which it was asked', () => {
  expect(refs({})).toEqual(['DEC-2', 'DEC-4', 'DEC-1', 'DEC-3'])
})

test('each filter narrows', () => {
  expect(refs({ state: 'open' })).toEqual(['DEC-2'])
  expect(refs({ door: 'one-way' })).toEqual(['DEC-2'])
  expect(refs({ kind: 'refusal' })).toEqual(['DEC-3'])
  expect(refs({ driver: 'm' })).toEqual(['DEC-1'])
  expect(refs({ driver: 'm', state: 'open' })).toEqual([])
})

test('late is what is past its deadline, under review, or past its day to look again; never what holds no more', () => {
  expect(refs({ late: 'yes' })).toEqual(['DEC-2', 'DEC-3'])
  expect(refs({ late: 'yes' }, '2026-06-10')).toEqual(['DEC-3'])
  expect(refs({ late: 'yes' }, '2026-09-01')).toEqual(['DEC-2', 'DEC-1', 'DEC-3'])
})

test('the next look is the soonest of its days', () => {
  const [, , one] = logOf(all, everything, { today: '2026-07-01', words: english })
  expect(one?.next).toMatchObject({ on: '2026-07-15', is: 'tripwire' })
})

test('the order does not hang on that of the rows', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...all('decision')], { minLength: 4 }), (given) => {
      const log = logOf((of) => (of === 'decision' ? given : all(of)), everything, {
        today: '2026-07-01',
        words: english,
      })
      expect(log.map((one) => one.row.ref)).toEqual(refs({}))
    }),
  )
})

test('a tally counts each value', () => {
  expect([...tallyOf(all('decision'), 'door')]).toEqual([
    ['two-way', 3],
    ['one-way', 1],
  ])
})
