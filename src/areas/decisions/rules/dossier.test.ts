import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { dossierOf, letterOf } from './dossier.ts'

const row = (id: string, fields: Readonly<Record<string, unknown>> = {}): Row => ({
  id,
  ref: id,
  version: 1,
  createdAt: `2026-01-01T00:00:00.${id.padStart(3, '0').slice(-3)}Z`,
  createdById: 'x',
  updatedAt: '2026-01-01T00:00:00.000Z',
  removedAt: null,
  stations: 0,
  custom: {},
  ...fields,
})

test('letters go on after Z, each once', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letterOf)).toEqual([
    'A',
    'B',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
  const many = Array.from({ length: 2000 }, (_, at) => letterOf(at))
  expect(new Set(many).size).toBe(many.length)
})

test('options stand by their place, then by age, and doing nothing stands last', () => {
  const rows: Readonly<Record<string, readonly Row[]>> = {
    option: [
      row('1', { decisionId: 'd', isNothing: true, place: 0 }),
      row('2', { decisionId: 'd' }),
      row('3', { decisionId: 'd', place: 0 }),
      row('4', { decisionId: 'other' }),
      row('5', { decisionId: 'd' }),
    ],
  }
  const { options } = dossierOf(row('d'), (record) => rows[record] ?? [])
  expect(options.map(({ letter, row: one }) => `${letter}${one.id}`)).toEqual([
    'A3',
    'B2',
    'C5',
    'D1',
  ])
})

test('odds and rounds come by the predictions of the decision, and a later decision is known', () => {
  const rows: Readonly<Record<string, readonly Row[]>> = {
    prediction: [row('10', { decisionId: 'd' }), row('11', { decisionId: 'e' })],
    odds: [row('1', { predictionId: '10' }), row('2', { predictionId: '11' })],
    round: [
      row('1', { decisionId: 'd' }),
      row('2', { predictionId: '10' }),
      row('3', { predictionId: '11' }),
    ],
    decision: [row('d', { supersedesId: 'b' }), row('e', { supersedesId: 'd' }), row('b')],
  }
  const found = dossierOf(row('d', { supersedesId: 'b' }), (record) => rows[record] ?? [])
  expect(found.odds.map(({ id }) => id)).toEqual(['1'])
  expect(found.rounds.map(({ id }) => id)).toEqual(['1', '2'])
  expect([found.supersededBy?.id, found.supersedes?.id]).toEqual(['e', 'b'])
})

test('what is read does not hang on the order in which rows are at hand', () => {
  const options = Array.from({ length: 6 }, (_, at) =>
    row(String(at), { decisionId: 'd', ...(at % 2 === 0 ? { place: at } : {}) }),
  )
  const read = (given: readonly Row[]): readonly string[] =>
    dossierOf(row('d'), (record) => (record === 'option' ? given : [])).options.map(
      ({ row: one }) => one.id,
    )
  fc.assert(
    fc.property(fc.shuffledSubarray(options, { minLength: 6 }), (given) => {
      expect(read(given)).toEqual(read(options))
    }),
  )
})
