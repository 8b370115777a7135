import { expect, test } from 'vitest'
import { proseOf } from '../../../engine/prose.ts'
import type { Row } from '../../../engine/record.ts'
import { hangs, roadmapOf } from './roadmap-of.ts'

const row = (id: string, more: Readonly<Record<string, unknown>>): Row => ({
  id,
  ref: id.toUpperCase(),
  version: 3,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  createdById: '',
  updatedById: null,
  removedAt: null,
  custom: {},
  stations: 0,
  title: id,
  status: 'not-started',
  ...more,
})

test('each column holds its items in the order of the roadmap, with what they deliver', () => {
  const idea = { id: 'i', ref: 'IDEA-1', title: 'Idea', says: null, score: 4, objectiveIds: [] }
  const columns = roadmapOf(
    [
      row('done', { commitment: 'now', status: 'done' }),
      row('going', { commitment: 'now', status: 'in-progress' }),
      row('some', { commitment: 'later' }),
    ],
    (id) => (id === 'going' ? [idea] : null),
  )
  expect(columns.now.map(({ id }) => id)).toEqual(['going', 'done'])
  expect(columns.now.map(({ ideas }) => ideas)).toEqual([[idea], null])
  expect([columns.next, columns.later.map(({ id }) => id)]).toEqual([[], ['some']])
})

test('an item says the first sentence of its detail', () => {
  const says = (plain: string) =>
    roadmapOf([row('a', { commitment: 'now', detail: proseOf(plain) })], () => []).now[0]?.says
  expect(says('One tap, all shift. And then more.')).toBe('One tap, all shift.')
  expect(says('Version 2.5 comes first\n\nLater the rest.')).toBe('Version 2.5 comes first')
  expect(says('a'.repeat(300))).toHaveLength(160)
  expect(says('')).toBeNull()
})

test('an item hangs in the air until something that somebody said stands above it', () => {
  expect([hangs({ stations: 0b1001000 }), hangs({ stations: 0b1001001 })]).toEqual([true, false])
})
