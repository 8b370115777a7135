import { expect, test } from 'vitest'
import type { Past } from '../../engine/change.ts'
import { amount, choice, interval, list, ref, text } from '../../engine/field.ts'
import { anyone } from '../../engine/access.ts'
import { record } from '../../engine/record.ts'
import { changeSaid } from './change-said.ts'

const thing = record({
  name: 'thing',
  plural: 'things',
  says: { one: 'thing', many: 'things', what: 'A thing.' },
  prefix: 'THING',
  title: 'title',
  held: 'whole',
  read: anyone,
  create: anyone,
  write: anyone,
  order: '-createdAt',
  fields: {
    title: text({ label: 'Title', max: 300 }),
    stage: choice({ label: 'Stage', options: { now: 'Now', next: 'Next' } }),
    dates: interval({ label: 'Dates' }),
    revenue: amount({ label: 'Revenue' }),
    teamId: ref({ label: 'Team', to: 'team' }),
    readIds: list({ label: 'People who have read it', of: 'member', most: 50 }),
  },
})

const said = (before: object, after: object): string =>
  changeSaid(
    thing,
    { ordinal: 0, op: 'update', record: 'thing', id: '1', before, after } as unknown as Past,
    { 'custom.size': choice({ label: 'Size', options: { S: 'S', M: 'M' } }) },
  )

test('a choice is said by its words, an interval by its ends, and the version not at all', () => {
  expect(said({ stage: 'now', version: 1 }, { stage: 'next', version: 2 })).toBe(
    'stage: Now → Next',
  )
  expect(said({ revenue: null }, { revenue: { minor: 134_400, currency: 'EUR' } })).toBe(
    'revenue: nothing → 1,344.00\u00a0EUR',
  )
  expect(said({ part: 0.363636363 }, { part: 1250 })).toBe('part: 0.364 → 1,250')
  expect(said({ dates: null }, { dates: { from: '2026-01-01', to: null } })).toBe(
    'dates: nothing → 2026-01-01 to open',
  )
})

test('an id tells nobody anything, so only that it changed is said', () => {
  expect(said({ teamId: null }, { teamId: '0199' })).toBe('team given')
  expect(said({ teamId: '0199' }, { teamId: null })).toBe('team emptied')
})

test('of several ids how many there are is said, and where that is the same, that they changed', () => {
  expect(said({ readIds: [] }, { readIds: ['a'] })).toBe('people who have read it: 0 → 1')
  expect(said({ readIds: ['a', 'b'] }, { readIds: null })).toBe('people who have read it: 2 → 0')
  expect(said({ readIds: ['a'] }, { readIds: ['b'] })).toBe('people who have read it changed')
})

test('of own fields only those that changed are said, by their labels', () => {
  expect(said({ custom: { size: 'S', left: 'a' } }, { custom: { size: 'M', left: 'a' } })).toBe(
    'size: S → M',
  )
  expect(said({ custom: {} }, { custom: { gone: 4 } })).toBe('gone: nothing → 4')
})
