import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { threadsOf } from './threads.ts'

const said = (id: string, minute: number, threadId: string | null = null): Row => ({
  id,
  ref: id,
  version: 1,
  createdAt: `2026-11-22T09:0${minute}:00.000Z`,
  updatedAt: '2026-11-22T09:00:00.000Z',
  createdById: 'somebody',
  removedAt: null,
  stations: 0,
  custom: {},
  threadId,
})

test('answers stand under what they answer, oldest first, whatever order they came in', () => {
  const rows = [said('c', 3, 'a'), said('d', 4), said('b', 2, 'a'), said('a', 1)]
  expect(
    threadsOf(rows).map(({ id, first, answers }) => [id, first?.id, answers.map((one) => one.id)]),
  ).toEqual([
    ['a', 'a', ['b', 'c']],
    ['d', 'd', []],
  ])
})

test('a comment that was removed leaves its place only where answers hang on it', () => {
  expect(threadsOf([said('b', 2, 'a')])).toMatchObject([{ id: 'a', first: undefined }])
  expect(threadsOf([])).toEqual([])
})
