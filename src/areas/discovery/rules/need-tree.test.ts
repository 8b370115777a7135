import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayGoUnder, treeOf, type Branch } from './need-tree.ts'

interface Part {
  readonly id: string
  readonly parentId: string | null
}

const byId = (left: Part, right: Part): number => (left.id < right.id ? -1 : 1)
const told = (branches: readonly Branch<Part>[]): readonly string[] =>
  branches.map(({ row, parts }) =>
    parts.length === 0 ? row.id : `${row.id}(${told(parts).join()})`,
  )
const part = (id: string, parentId: string | null = null): Part => ({ id, parentId })

test('parts stand under their whole, and what is part of a row that is not here at the top', () => {
  const rows = [part('c', 'a'), part('a'), part('b', 'gone'), part('d', 'c'), part('e', 'a')]
  expect(told(treeOf(rows, byId))).toEqual(['a(c(d),e)', 'b'])
})

test('a row goes under any other but itself and its own parts', () => {
  const rows = [part('a'), part('b', 'a'), part('c', 'b'), part('d')]
  const may = (id: string) =>
    rows.filter((to) => mayGoUnder(rows, id, to.id)).map(({ id: other }) => other)
  expect([may('a'), may('b'), may('d')]).toEqual([['d'], ['a', 'd'], ['a', 'b', 'c']])
})

test('every row stands in the tree exactly once, rings and all', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const rows = fc.tuple(...ids.map(() => fc.option(fc.constantFrom(...ids, 'gone'))))
  fc.assert(
    fc.property(rows, (parents) => {
      const all = ids.map((id, at) => part(id, parents[at] ?? null))
      const names = told(treeOf(all, byId)).join().replaceAll(/[(),]/g, '')
      expect([...names].toSorted()).toEqual(ids)
    }),
  )
})
