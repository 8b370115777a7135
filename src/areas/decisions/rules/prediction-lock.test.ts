import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { lockOf } from './prediction-lock.ts'

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

test('a prediction that is open is locked with the moment, and any other stays as it is', () => {
  const all = ['open', 'locked', 'resolved', 'void'].map((state) => row(state, { state }))
  expect(all.flatMap((one) => lockOf(one, [], now))).toEqual([
    { op: 'update', record: 'prediction', id: 'open', patch: { state: 'locked', lockedAt: now } },
  ])
})

test('of the blind rounds about it those that are open end, and the others stay as they are', () => {
  const rounds = [
    row('1', { predictionId: 'p', state: 'open' }),
    row('2', { predictionId: 'p', state: 'shown' }),
    row('3', { predictionId: 'q', state: 'open' }),
  ]
  expect(lockOf(row('p', { state: 'open' }), rounds, now).slice(1)).toEqual([
    { op: 'update', record: 'round', id: '1', patch: { state: 'complete' } },
  ])
})
