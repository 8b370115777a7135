import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { peopleOf } from './decision-roles.ts'

const decision = (fields: Readonly<Record<string, unknown>>): Row =>
  ({ id: 'd', ...fields }) as unknown as Row

test('everybody with a role is named, in the order of the roles', () => {
  const row = decision({
    driverId: 'a',
    approverId: 'b',
    contributorIds: ['c', 'a'],
    informedIds: ['e'],
  })
  expect(peopleOf(row).map(({ id, role }) => `${role} ${id}`)).toEqual([
    'driver a',
    'approver b',
    'contributor c',
    'contributor a',
    'informed e',
  ])
})
