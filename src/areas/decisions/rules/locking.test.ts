import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { lockPredictions } from './locking.ts'

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
