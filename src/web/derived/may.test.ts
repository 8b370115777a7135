import { expect, test } from 'vitest'
import { catalogue } from '../../areas/order.ts'
import type { Bounds, Role } from '../../engine/access.ts'
import type { Row } from '../../engine/record.ts'
import { mayDo, mayDoTo, type Verb } from './may.ts'

const me = (role: Role, bounds?: Bounds) => ({
  catalogue,
  me: {
    id: 'ada',
    name: 'Ada',
    role,
    teamIds: [],
    ...(bounds === undefined ? {} : { bounds }),
  },
})
const row = (more: Readonly<Record<string, unknown>>): Row =>
  ({ draft: false, visibility: 'workspace', ...more }) as unknown as Row

test('a contributor is offered to change the feedback that is their own, and no other', () => {
  const kind = catalogue.record('feedback')
  const own = row({ createdById: 'ada' })
  const other = row({ createdById: 'bo' })
  expect(mayDo(me('contributor'), 'update', kind)).toBe(true)
  for (const verb of ['update', 'remove'] as const) {
    expect(mayDoTo(me('contributor'), verb, kind, own)).toBe(true)
    expect(mayDoTo(me('contributor'), verb, kind, other)).toBe(false)
    expect(mayDoTo(me('editor'), verb, kind, other)).toBe(true)
    expect(mayDoTo(me('viewer'), verb, kind, own)).toBe(false)
  }
})

test('whoever is held to products is offered to change what is in them', () => {
  const kind = catalogue.record('idea')
  const held = me('editor', { act: ['here'] })
  expect(mayDoTo(held, 'update', kind, row({ createdById: 'bo', productId: 'here' }))).toBe(true)
  expect(mayDoTo(held, 'update', kind, row({ createdById: 'bo', productId: 'there' }))).toBe(false)
  expect(mayDoTo(held, 'update', kind, row({ createdById: 'bo', productId: null }))).toBe(true)
})

test('what a row hangs on is not known here: that is offered, and the server asks', () => {
  const kind = catalogue.record('key-result')
  expect(mayDoTo(me('editor'), 'update', kind, row({ createdById: 'bo', objectiveId: 'o' }))).toBe(
    true,
  )
})

const may = (role: Role, verb: Verb, record: string): boolean =>
  mayDo(me(role), verb, catalogue.record(record))

test('a verb is offered to whom both the row and the command could let', () => {
  expect(may('contributor', 'create', 'feedback')).toBe(true)
  expect(may('viewer', 'create', 'feedback')).toBe(false)
  expect(may('admin', 'update', 'member')).toBe(true)
})

test('a command that asks for more than its record does is offered to nobody below', () => {
  expect(may('owner', 'restore', 'member')).toBe(true)
  expect(may('admin', 'restore', 'member')).toBe(false)
})
