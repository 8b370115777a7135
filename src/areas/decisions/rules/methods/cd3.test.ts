import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cd3, cd3Order, delayCost, earnedBy, enablingScores, type Waiting } from './cd3.ts'

/**
 * Laws: the order keeps what is needed and does not depend on the order of the items; no other that
 * keeps it costs less; what cannot be placed is named with all that lacks.
 */
const item = (
  id: string,
  costOfDelay: number | null,
  duration: number | null,
  ...needs: readonly string[]
): Waiting => ({ id, costOfDelay, duration, needs })

test('what is missing or below its scale is named, and there is no score', () => {
  expect(cd3(item('a', null, 0))).toEqual({
    score: null,
    missing: ['costOfDelay'],
    outside: ['duration'],
  })
  expect(cd3(item('a', -1, null))).toMatchObject({
    missing: ['duration'],
    outside: ['costOfDelay'],
  })
  expect(cd3(item('a', 0, 2)).score).toBe(0)
})

test('ids that are there twice, unknown or in a circle are refused by name', () => {
  expect(cd3Order([item('a', 1, 1), item('a', 2, 1), item('b', 1, 1, 'x')])).toEqual({
    kind: 'refused',
    code: 'twice',
    ids: ['a'],
  })
  expect(cd3Order([item('a', 1, 1, 'y', 'x'), item('b', 1, 1, 'x')])).toEqual({
    kind: 'refused',
    code: 'unknown',
    ids: ['x', 'y'],
  })
  expect(
    cd3Order([item('c', 1, 1, 'b'), item('b', 1, 1, 'a'), item('d', 1, 1), item('a', 1, 1, 'c')]),
  ).toEqual({ kind: 'refused', code: 'circle', ids: ['a', 'c', 'b'] })
})

test('what lacks an input waits, and so does all that needs it', () => {
  expect(
    cd3Order([
      item('a', 4, 2),
      item('b', null, 2),
      item('c', 1, 1, 'b'),
      item('d', 1, -1, 'c'),
      item('e', 9, 1),
    ]),
  ).toEqual({
    kind: 'order',
    order: ['e', 'a'],
    delayCost: 9 + 4 * 3,
    isExact: true,
    left: [
      { id: 'b', missing: ['costOfDelay'], outside: [], waitsFor: [] },
      { id: 'c', missing: [], outside: [], waitsFor: ['b'] },
      { id: 'd', missing: [], outside: ['duration'], waitsFor: ['b'] },
    ],
  })
})

test('a cheap item that opens a dear one comes early, which CD3 alone would not see', () => {
  const items = [item('opens', 0, 1), item('dear', 100, 1, 'opens'), item('fair', 10, 1)]
  expect(cd3Order(items)).toMatchObject({ order: ['opens', 'dear', 'fair'], delayCost: 230 })
  expect(delayCost(items, ['fair', 'opens', 'dear'])).toBe(310)
})

test('an order that breaks a need has no cost', () => {
  const items = [item('a', 1, 1), item('b', 1, 1, 'a')]
  expect(() => delayCost(items, ['b', 'a'])).toThrow(RangeError)
})

test('an enabler has what it enables, near and far, each once', () => {
  const items = [
    item('top', 6, 3, 'left', 'right'),
    item('left', 3, 1, 'base'),
    item('right', 5, 1, 'base'),
    item('base', 0, 4),
    item('blank', null, 1),
    item('under', 1, 1),
    item('lacks', null, 1, 'under'),
  ]
  expect(Object.fromEntries(enablingScores(items).map(({ id, score }) => [id, score]))).toEqual({
    top: 2,
    left: 5,
    right: 7,
    base: 10,
    blank: null,
    under: null,
    lacks: null,
  })
})

test('what is not there by the horizon earns nothing', () => {
  expect(earnedBy([item('a', 5, 3), item('b', 2, 4)], ['a', 'b'], 6)).toBe(15)
})

const backlogs = fc
  .array(
    fc.record({
      costOfDelay: fc.integer({ min: 0, max: 9 }),
      duration: fc.integer({ min: 1, max: 5 }),
      needs: fc.array(fc.nat(), { maxLength: 2 }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all.map(({ costOfDelay, duration, needs }, at) =>
      item(
        `i${(at * 5) % 7}`,
        costOfDelay,
        duration,
        ...(at === 0 ? [] : needs.map((need) => `i${((need % at) * 5) % 7}`)),
      ),
    ),
  )

test('no order that keeps what is needed costs less, whatever the order given', () => {
  fc.assert(
    fc.property(
      backlogs.chain((items) =>
        fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })),
      ),
      ([items, shuffled]) => {
        const told = cd3Order(items)
        if (told.kind === 'refused') return expect.unreachable()
        expect(told.order).toHaveLength(items.length)
        for (const other of ordersOf(items))
          expect(delayCost(items, other)).toBeGreaterThanOrEqual(told.delayCost)
        expect(delayCost(items, told.order)).toBe(told.delayCost)
        expect(cd3Order(shuffled)).toEqual(told)
      },
    ),
  )
})

test('what costs more to wait for is never there later', () => {
  fc.assert(
    fc.property(backlogs, fc.nat(), fc.integer({ min: 1, max: 9 }), (items, which, more) => {
      const [chosen] = items.slice(which % Math.max(1, items.length))
      if (chosen === undefined) return
      const dearer = items.map((one) =>
        one === chosen ? { ...one, costOfDelay: (one.costOfDelay ?? 0) + more } : one,
      )
      const now = cd3Order(items)
      const then = cd3Order(dearer)
      if (now.kind === 'refused' || then.kind === 'refused') return expect.unreachable()
      expect(thereAt(items, then.order, chosen.id)).toBeLessThanOrEqual(
        thereAt(items, now.order, chosen.id),
      )
    }),
  )
})

/** When an item is there: its own duration and that of all before it. */
function thereAt(items: readonly Waiting[], order: readonly string[], id: string): number {
  return order
    .slice(0, order.indexOf(id) + 1)
    .reduce((time, one) => time + (items.find((other) => other.id === one)?.duration ?? 0), 0)
}

function ordersOf(
  items: readonly Waiting[],
  done: readonly string[] = [],
): readonly (readonly string[])[] {
  if (done.length === items.length) return [done]
  return items
    .filter(({ id, needs }) => !done.includes(id) && needs.every((need) => done.includes(need)))
    .flatMap(({ id }) => ordersOf(items, [...done, id]))
}
