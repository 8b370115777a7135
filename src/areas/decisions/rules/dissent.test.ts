import { expect, test } from 'vitest'
import type { Row } from '../../../engine/record.ts'
import { dissentsOf } from './dissent.ts'

const row = (fields: Readonly<Record<string, unknown>>): Row => fields as unknown as Row
const positions = [
  row({ id: 'for A', stance: 'for', optionId: 'A' }),
  row({ id: 'for B', stance: 'for', optionId: 'B' }),
  row({ id: 'for it', stance: 'for', optionId: null }),
  row({ id: 'against A', stance: 'against', optionId: 'A' }),
  row({ id: 'against B', stance: 'against', optionId: 'B' }),
  row({ id: 'against it', stance: 'against' }),
  row({ id: 'abstains', stance: 'abstains', optionId: 'B' }),
]

test('who wanted another option dissents, and who was against the one that was chosen', () => {
  const dissents = dissentsOf({ decision: row({ chosenId: 'A' }), positions })
  expect(dissents.map(({ id }) => id)).toEqual(['for B', 'against A', 'against it'])
})

test('while nothing is chosen, being for something is no dissent', () => {
  const dissents = dissentsOf({ decision: row({ chosenId: null }), positions })
  expect(dissents.map(({ id }) => id)).toEqual(['against it'])
})
