import fc from 'fast-check'
import { expect, test } from 'vitest'
import { courseOf, median, type ItemOf, type Move } from './course.ts'

const items = new Map<string, ItemOf>([
  ['a', { id: 'a', ref: 'RM-1', title: 'Routes', effort: 6 }],
  ['b', { id: 'b', ref: 'RM-2', title: 'Parts', effort: null }],
])
const now = '2026-11-30T12:00:00.000Z'
const move = (itemId: string, from: string, to: string, on: string): Move => ({
  itemId,
  from,
  to,
  at: `${on}T09:00:00.000Z`,
  by: 'Ada',
  seq: 1,
})

test('work that was under way and moved away from now is counted with its days and its effort', () => {
  const told = courseOf(
    [
      move('a', 'later', 'now', '2026-01-01'),
      move('a', 'now', 'later', '2026-02-01'),
      move('b', 'now', 'next', '2026-02-10'),
    ],
    [
      { itemId: 'a', status: 'in-progress', at: '2026-01-02T09:00:00.000Z' },
      { itemId: 'b', status: 'in-progress', at: '2026-01-01T09:00:00.000Z' },
      { itemId: 'b', status: 'done', at: '2026-02-01T09:00:00.000Z' },
    ],
    [],
    items,
    now,
  )
  expect(told.left).toEqual([{ id: 'a', ref: 'RM-1', title: 'Routes', effort: 6, days: 30 }])
  expect(told.effortLeft).toBe(6)
  expect(told.changes.map(({ way, daysSetAside }) => [way, daysSetAside])).toEqual([
    ['later', null],
    ['later', 30],
    ['sooner', null],
  ])
})

test('a move has its sentence where its item was decided on near that day, and not otherwise', () => {
  const said = (decidedAt: string) => ({
    itemId: 'a',
    id: 'd',
    ref: 'DEC-1',
    sentence: 'Later',
    decidedAt,
  })
  const has = (decidedAt: string): boolean =>
    courseOf([move('a', 'now', 'later', '2026-02-20')], [], [said(decidedAt)], items, now)
      .changes[0]?.decision !== null
  expect(
    ['2026-02-05', '2026-02-07', '2026-02-20', '2026-02-21', '2026-02-23'].map((day) =>
      has(`${day}T09:00:00.000Z`),
    ),
  ).toEqual([false, true, true, true, false])
})

test('a month in which the course held counts as well, up to this one', () => {
  const told = courseOf(
    [
      move('a', 'later', 'now', '2025-11-30'),
      move('b', 'later', 'next', '2026-02-01'),
      move('a', 'now', 'next', '2026-02-28'),
    ],
    [],
    [],
    items,
    '2026-04-01T00:00:00.000Z',
  )
  expect(told.months.map(({ month, changes }) => [month, changes])).toEqual([
    ['2025-11', 1],
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 2],
    ['2026-03', 0],
    ['2026-04', 0],
  ])
  expect(told.changesAMonth).toBe(0.5)
})

test('nothing that changed has no month', () => {
  expect(courseOf([], [], [], items, now)).toMatchObject({ months: [], changesAMonth: 0 })
})

test('the months hold every change once', () => {
  const day = fc
    .integer({ min: 0, max: 800 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
  const any = fc
    .record({
      id: fc.constantFrom('a', 'b'),
      from: day,
      to: fc.constantFrom('now', 'next', 'later'),
    })
    .map(({ id, from, to }) => move(id, to === 'now' ? 'later' : 'now', to, from))
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (moves) => {
      const told = courseOf(moves, [], [], items, now)
      const sum = told.months.reduce((all, { changes }) => all + changes, 0)
      expect(sum).toBe(moves.length)
      expect(told.withSentence + told.withoutSentence).toBe(moves.length)
    }),
  )
})

test('the middle of a few numbers', () => {
  expect([median([]), median([3]), median([1, 9, 2]), median([4, 1, 2, 3])]).toEqual([
    null,
    3,
    2,
    2.5,
  ])
})
