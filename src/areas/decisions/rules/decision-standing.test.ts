import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { standingOf } from './decision-standing.ts'

const decision = (fields: Readonly<Record<string, unknown>>): Row =>
  ({ id: 'd', ...fields }) as unknown as Row

test('a decision counts its days from the day on which it was taken, and an open one those that are left', () => {
  const at = '2026-09-17T16:42:00.000Z'
  expect(standingOf(decision({ state: 'decided', decidedAt: at }), '2026-09-17')).toEqual({
    is: 'decided',
    day: 1,
  })
  expect(standingOf(decision({ state: 'under-review', decidedAt: at }), '2026-11-22')).toEqual({
    is: 'under-review',
    day: 67,
  })
  expect(standingOf(decision({ state: 'open', dueOn: '2026-09-20' }), '2026-09-22')).toEqual({
    is: 'open',
    left: -2,
  })
  expect(standingOf(decision({ state: 'open', dueOn: null }), '2026-09-22')).toEqual({
    is: 'open',
    left: null,
  })
  expect(standingOf(decision({ state: 'reversed' }), '2026-09-22')).toEqual({ is: 'reversed' })
})
