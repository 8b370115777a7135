import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moscow, type Priority, type Prioritised } from './moscow.ts'

const item = (id: string, priority: Priority | null, effort: number | null): Prioritised => ({
  id,
  priority,
  effort,
})

test('while an input is missing there are no shares, and it is named', () => {
  expect(
    moscow([
      item('a', 'must', 3),
      item('b', null, null),
      item('c', 'could', null),
      item('d', 'wont', null),
    ]),
  ).toEqual({
    shares: null,
    over: null,
    reserveShort: null,
    missing: [
      { id: 'b', inputs: ['priority', 'effort'] },
      { id: 'c', inputs: ['effort'] },
    ],
    outside: [],
  })
  expect(moscow([item('a', 'must', -1)])).toMatchObject({ shares: null, outside: ['a'] })
  expect(moscow([item('a', 'wont', 5)])).toMatchObject({ shares: null, missing: [] })
})

test('60 of 100 for musts and 20 for coulds are within the advice', () => {
  const plan = [item('a', 'must', 60), item('b', 'should', 20), item('c', 'could', 20)]
  expect(moscow(plan)).toMatchObject({
    shares: { must: 0.6, should: 0.2, could: 0.2 },
    over: 0,
    reserveShort: 0,
  })
})

test('more musts and less reserve are said by how much, and what is not done does not count', () => {
  const told = moscow([
    item('a', 'must', 7),
    item('b', 'should', 2),
    item('c', 'could', 1),
    item('d', 'wont', 50),
  ])
  expect(told.over).toBeCloseTo(0.1, 12)
  expect(told.reserveShort).toBeCloseTo(0.1, 12)
})

test('shares sum to one and do not depend on the order or the unit of effort', () => {
  const plans = fc.array(
    fc.tuple(
      fc.constantFrom('must' as const, 'should' as const, 'could' as const, 'wont' as const),
      fc.integer({ min: 0, max: 40 }),
    ),
  )
  fc.assert(
    fc.property(plans, (all) => {
      const plan = all.map(([priority, effort], at) => item(`${at}`, priority, effort))
      const { shares } = moscow(plan)
      if (shares === null) {
        expect(all.every(([priority, effort]) => priority === 'wont' || effort === 0)).toBe(true)
        return
      }
      expect(shares.must + shares.should + shares.could).toBeCloseTo(1, 12)
      expect(moscow(plan.toReversed()).shares).toEqual(shares)
      const halves = plan.map((one) => ({ ...one, effort: (one.effort ?? 0) / 2 }))
      expect(moscow(halves).shares).toEqual(shares)
    }),
  )
})
