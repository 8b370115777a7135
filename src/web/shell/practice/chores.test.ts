import { expect, test } from 'vitest'
import type { Past } from '../../../engine/change.ts'
import type { Entry } from '../changes.tsx'
import { choresIn, isWhyOfItem } from './chores.ts'

const past = (record: string, op: Past['op'], after: Past['after']): Past => ({
  ordinal: 0,
  record,
  op,
  id: '1',
  before: null,
  after,
})
const entry = (
  seq: number,
  command: string,
  changes: readonly Past[],
  more: { readonly by?: string; readonly cause?: string; readonly kind?: 'system' } = {},
): Entry => ({
  commit: {
    id: String(seq),
    seq,
    actor: { kind: more.kind ?? 'member', id: more.by ?? 'me', name: 'Me' },
    command,
    cause: more.cause ?? null,
    at: '2026-01-01T00:00:00.000Z',
    count: changes.length,
    hash: '',
  },
  changes,
})
const sorted = past('feedback', 'update', { state: 'archived' })
const moved = past('roadmap-item', 'update', { commitment: 'next' })

test('a chore is done by whoever did it, and after practice began', () => {
  expect([...choresIn([entry(9, 'triage', [sorted])], 'me', 3)]).toEqual(['sort'])
  expect(choresIn([entry(9, 'triage', [sorted], { by: 'another' })], 'me', 3).size).toBe(0)
  expect(choresIn([entry(3, 'triage', [sorted])], 'me', 3).size).toBe(0)
})

test('what the sample company tells in somebody’s name is nobody’s doing', () => {
  expect(choresIn([entry(9, 'triage', [sorted], { kind: 'system' })], 'me', 0).size).toBe(0)
})

test('a quote counts once it speaks for or against a need', () => {
  const quote = past('quote', 'create', { text: 'words' })
  const tie = past('link', 'create', { fromKind: 'quote', toKind: 'need', relation: 'supports' })
  expect(choresIn([entry(9, 'create-quote', [quote])], 'me', 0).size).toBe(0)
  expect(choresIn([entry(9, 'frame', [quote, tie])], 'me', 0)).toContain('quote')
  // one that was there is tied in a commit of its own
  expect(choresIn([entry(9, 'link', [tie])], 'me', 0)).toContain('quote')
})

test('a move counts once that very move is taken back', () => {
  const move = entry(7, 'update-roadmap-item', [moved])
  const back = (seq: number): Entry =>
    entry(9, 'undo', [moved], { cause: `of commit ${seq} (update-roadmap-item)` })
  expect(choresIn([move], 'me', 0).size).toBe(0)
  expect(choresIn([back(6), move], 'me', 0).size).toBe(0)
  expect([...choresIn([back(7), move], 'me', 0)]).toEqual(['move'])
})

test('an undo does no other chore', () => {
  const back = entry(9, 'undo', [sorted, past('decision', 'create', {})], {
    cause: 'of commit 7 (triage)',
  })
  expect(choresIn([back], 'me', 0).size).toBe(0)
})

test('a reason is looked up on the page of reasons of a roadmap item', () => {
  expect(isWhyOfItem('/w/main/roadmap-items/RM-4/why')).toBe(true)
  expect(isWhyOfItem('/w/main/needs/NEED-4/why')).toBe(false)
  expect(isWhyOfItem('/w/main/roadmap-items/RM-4')).toBe(false)
})
