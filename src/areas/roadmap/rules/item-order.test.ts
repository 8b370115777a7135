import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemOrder } from './item-order.ts'

const day = fc.option(fc.constantFrom('2026-10-01', '2026-12-01', '2027-02-01'))
const item = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom('not-started', 'in-progress', 'done', 'stopped'),
  dates: fc.option(fc.record({ from: day, to: day })),
  createdAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
})

test('what is under way comes first and what is over comes last', () => {
  const items = ['stopped', 'not-started', 'done', 'in-progress'].map((status) => ({
    id: status,
    status,
    dates: null,
    createdAt: '',
  }))
  expect(items.toSorted(itemOrder).map(({ status }) => status)).toEqual([
    'in-progress',
    'not-started',
    'done',
    'stopped',
  ])
})

test('within a status the earlier beginning comes first, and an item without dates last', () => {
  const items = [null, { from: '2027-01-01', to: null }, { from: null, to: '2026-12-01' }].map(
    (dates, n) => ({
      id: String(n),
      status: 'not-started',
      dates,
      createdAt: '',
    }),
  )
  expect(items.toSorted(itemOrder).map(({ id }) => id)).toEqual(['2', '1', '0'])
})

test('the order is one and the same however the items came', () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id }), (items) => {
      expect(items.toReversed().toSorted(itemOrder)).toEqual(items.toSorted(itemOrder))
      for (const left of items)
        for (const right of items)
          expect(Math.sign(itemOrder(left, right))).toBe(-Math.sign(itemOrder(right, left)) || 0)
    }),
  )
})
