import { expect, test } from 'vitest'
import type { Columns, RoadmapEntry } from './roadmap-of.ts'
import { moved } from './moved.ts'

const entry = (id: string, commitment: string, title = id): RoadmapEntry => ({
  id,
  ref: id,
  version: 1,
  title,
  says: null,
  commitment,
  status: 'not-started',
  teamId: null,
  productId: null,
  dates: null,
  stations: 0,
  ideas: null,
  broken: [],
})
const columns: Columns = {
  now: [entry('a', 'now'), entry('b', 'now')],
  next: [entry('c', 'next')],
  later: [],
}
const titles = ({ now, next, later }: Columns): readonly string[] =>
  [now, next, later].map((all) => all.map(({ title }) => title).join(' '))

test('an item shows last in the column it goes to, and in no other', () => {
  expect(titles(moved(columns, { entry: entry('a', 'now'), to: { commitment: 'next' } }))).toEqual([
    'b',
    'c a',
    '',
  ])
})

test('it shows as it is by now, with the team it was dropped on', () => {
  const renamed = { ...columns, now: [entry('a', 'now', 'renamed'), entry('b', 'now')] }
  const { later } = moved(renamed, {
    entry: entry('a', 'now'),
    to: { commitment: 'later', teamId: 't' },
  })
  expect(later).toMatchObject([{ title: 'renamed', commitment: 'later', teamId: 't' }])
})

test('what is gone, or has been moved there by somebody else, stays as it is', () => {
  expect(moved(columns, { entry: entry('x', 'now'), to: { commitment: 'later' } })).toBe(columns)
  expect(moved(columns, { entry: entry('c', 'now'), to: { commitment: 'next' } })).toBe(columns)
})
