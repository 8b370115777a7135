import { expect, test } from 'vitest'
import { groupItems } from './group-items.ts'
import type { RoadmapEntry } from './roadmap-of.ts'

const entry = (id: string, more: Partial<RoadmapEntry> = {}): RoadmapEntry => ({
  id,
  ref: id,
  version: 1,
  title: id,
  says: null,
  commitment: 'now',
  status: 'not-started',
  teamId: null,
  productId: null,
  dates: null,
  stations: 0,
  ideas: [],
  broken: [],
  ...more,
})

const idea = (...objectiveIds: readonly string[]) => ({
  id: 'i',
  ref: 'IDEA-1',
  title: 'Idea',
  says: null,
  score: null,
  objectiveIds,
})

const told = (groups: ReturnType<typeof groupItems>) =>
  groups.map(({ id, columns }) => [
    id,
    [columns.now, columns.next, columns.later].map((all) => all.map((one) => one.id).join()),
  ])

test('items gather under their team in the order given, and those without one come last', () => {
  const columns = {
    now: [entry('a'), entry('b', { teamId: 'office' })],
    next: [entry('c', { teamId: 'field' })],
    later: [entry('d', { teamId: 'gone' })],
  }
  expect(told(groupItems(columns, 'team', ['field', 'idle', 'office']))).toEqual([
    ['field', ['', 'c', '']],
    ['office', ['b', '', '']],
    ['gone', ['', '', 'd']],
    [null, ['a', '', '']],
  ])
})

test('an item stands under every objective that its ideas advance, once under each', () => {
  const columns = {
    now: [entry('a', { ideas: [idea('o1'), idea('o1', 'o2')] }), entry('b', { ideas: null })],
    next: [],
    later: [],
  }
  expect(told(groupItems(columns, 'objective', ['o1', 'o2']))).toEqual([
    ['o1', ['a', '', '']],
    ['o2', ['a', '', '']],
    [null, ['b', '', '']],
  ])
})
