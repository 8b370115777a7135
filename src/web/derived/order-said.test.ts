import { expect, test } from 'vitest'
import { instant, number, text } from '../../engine/field.ts'
import { orderSaid } from './order-said.ts'

test('an order is said in the words of what is ordered', () => {
  expect(orderSaid(instant({ label: 'Created' }), '-createdAt')).toBe('newest first')
  expect(orderSaid(number({ label: 'Rating' }), 'rating')).toBe('lowest first')
  expect(orderSaid(number({ label: 'Rating' }), '-rating')).toBe('highest first')
  expect(orderSaid(text({ label: 'Label', max: 80 }), 'label')).toBe('from A to Z')
})
