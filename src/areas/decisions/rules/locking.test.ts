import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { lockOdds, lockPredictions } from './locking.ts'

const row = (id: string, more: object): Row => ({
  id,
  ref: id,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdById: '',
  updatedAt: '2026-01-01T00:00:00.000Z',
  removedAt: null,
  stations: 0,
  custom: {},
  ...more,
})
const now = '2026-11-30T10:00:00.000Z'

test('open predictions are locked with the moment, and the others stay as they are', () => {
  const all = ['open', 'locked', 'resolved', 'void'].map((state) => row(state, { state }))
  expect(lockPredictions(all, now)).toEqual([
    { op: 'update', record: 'prediction', id: 'open', patch: { state: 'locked', lockedAt: now } },
  ])
})

test('odds take over the moment of their prediction, once', () => {
  const predictions = [row('a', { lockedAt: now }), row('b', { lockedAt: null })]
  const odds = [
    row('1', { predictionId: 'a' }),
    row('2', { predictionId: 'a', lockedAt: '2026-01-02T00:00:00.000Z' }),
    row('3', { predictionId: 'b' }),
    row('4', { predictionId: 'none' }),
  ]
  expect(lockOdds(odds, predictions)).toEqual([
    { op: 'update', record: 'odds', id: '1', patch: { lockedAt: now } },
  ])
})
