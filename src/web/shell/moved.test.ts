import { expect, test } from 'vitest'
import type { Past } from '../../engine/change.ts'
import type { Entry } from './changes.tsx'
import { movedSince } from './moved.ts'

let seq = 0
const entry = (who: string, ...changes: readonly Partial<Past>[]): Entry => ({
  commit: {
    id: `c${++seq}`,
    seq,
    actor: { kind: 'member', id: who, name: who },
    command: 'update-idea',
    cause: null,
    at: '2026-11-23T08:00:00.000Z',
    count: changes.length,
    hash: '',
  },
  changes: changes.map((change, ordinal) => ({
    ordinal,
    op: 'update',
    record: 'idea',
    id: 'i',
    before: null,
    after: null,
    ...change,
  })),
})

const told = (entries: readonly Entry[], since = 0) =>
  movedSince(entries.toReversed(), since, 'me').map(({ id, is, fields, by }) => ({
    id,
    is,
    fields,
    by,
  }))

const state = (from: string, to: string): Partial<Past> => ({
  before: { state: from, version: 1 },
  after: { state: to, version: 2 },
})

test('several changes of one row are one, from how it stood to how it stands', () => {
  seq = 0
  expect(
    told([entry('ana', state('open', 'chosen')), entry('bo', state('chosen', 'withdrawn'))]),
  ).toEqual([
    {
      id: 'i',
      is: 'changed',
      fields: { state: { from: 'open', to: 'withdrawn' } },
      by: ['bo', 'ana'],
    },
  ])
})

test('what was done and undone did not move, and neither did what was made and taken away', () => {
  seq = 0
  expect(
    told([
      entry('ana', state('open', 'chosen')),
      entry('ana', state('chosen', 'open')),
      entry('ana', { op: 'create', id: 'n' }),
      entry('ana', { op: 'discard', id: 'n' }),
      entry('ana', { op: 'remove', id: 'r' }),
      entry('ana', { op: 'restore', id: 'r' }),
    ]),
  ).toEqual([])
})

test('what one did oneself is no news, and neither is what one has seen', () => {
  seq = 0
  const entries = [
    entry('ana', { op: 'create', id: 'seen' }),
    entry('me', { op: 'create', id: 'mine' }),
    entry('ana', { op: 'create', id: 'a' }),
    entry('bo', { op: 'remove', id: 'b' }),
  ]
  expect(told(entries, 1).map(({ id, is }) => [id, is])).toEqual([
    ['b', 'gone'],
    ['a', 'new'],
  ])
})
