/** Formulas come after those they speak of; where they go in a circle, the circle is named. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { check } from './check.ts'
import { evaluate } from './evaluate.ts'
import { order } from './order.ts'
import { parse } from './parse.ts'
import type { Expr } from './tree.ts'
import { unitText, type Unit } from './unit.ts'

const formulas = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, Expr> =>
  new Map(Object.entries(texts).map(([name, text]) => [name, parse(text).tree]))

test('a formula that speaks of itself is refused, directly or by way of others', () => {
  expect(order(formulas({ A: 'A + 1' })).cycle).toEqual(['A', 'A'])
  expect(order(formulas({ A: 'B + 1', B: 'a * A' })).cycle).toEqual(['A', 'B', 'A'])
  expect(order(formulas({ Z: 'A', A: 'x + B', B: 'C', C: 'if(A > 0, 1, 2)' })).cycle).toEqual([
    'A',
    'B',
    'C',
    'A',
  ])
})

test('each is worked out after those it speaks of', () => {
  const all = formulas({ Score: 'Value / Effort', Value: 'Reach * Impact', Plain: '7' })
  expect(order(all)).toEqual({ order: ['Value', 'Score', 'Plain'], cycle: null })
  const row = new Map<string, number | null>([
    ['Reach', 6],
    ['Impact', 2],
    ['Effort', 3],
  ])
  const units = new Map<string, { unit: Unit }>([
    ['Reach', { unit: { people: 1 } }],
    ['Impact', { unit: {} }],
    ['Effort', { unit: { days: 1 } }],
  ])
  for (const name of order(all).order ?? []) {
    const tree = all.get(name)
    if (tree === undefined) continue
    units.set(name, { unit: check(tree, { names: units, units: new Map() }).unit ?? {} })
    row.set(
      name,
      evaluate(tree, (of) => row.get(of)),
    )
  }
  expect([row.get('Score'), unitText(units.get('Score')?.unit ?? {})]).toEqual([4, 'people/days'])
})

test('a chain of any length is put in order', () => {
  const chain = formulas(
    Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`f${at}`, `f${at + 1} + 1`])),
  )
  const found = order(chain).order ?? []
  expect([found.length, found[0], found.at(-1)]).toEqual([20_000, 'f19999', 'f0'])
})

test('there is a circle exactly where repeatedly taking away what speaks of nothing left leaves something', () => {
  const graph = fc.dictionary(
    fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    fc.array(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'x'), { maxLength: 3 }),
  )
  let circles = 0
  fc.assert(
    fc.property(graph, (edges) => {
      const all = formulas(
        Object.fromEntries(
          Object.entries(edges).map(([name, to]) => [name, ['1', ...to].join(' + ')]),
        ),
      )
      const left = new Map(Object.entries(edges))
      for (let size = -1; size !== left.size;) {
        size = left.size
        for (const [name, to] of left) if (!to.some((other) => left.has(other))) left.delete(name)
      }
      const found = order(all)
      expect(found.cycle !== null).toBe(left.size > 0)
      if (found.cycle !== null) {
        circles += 1
        const { cycle } = found
        expect(cycle.at(-1)).toBe(cycle[0])
        expect(new Set(cycle).size).toBe(cycle.length - 1)
        cycle.slice(1).forEach((name, at) => expect(edges[cycle[at] ?? '']).toContain(name))
        return
      }
      expect(found.order.toSorted()).toEqual(Object.keys(edges).toSorted())
      found.order.forEach((name, at) => {
        const later = new Set(found.order.slice(at))
        expect(edges[name]?.filter((other) => later.has(other))).toEqual([])
      })
    }),
  )
  expect(circles).toBeGreaterThan(10)
})
