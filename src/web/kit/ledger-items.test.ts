import { describe, expect, it } from 'vitest'
import { itemsOf, lengthOf, rowFrom, rowsBetween } from './ledger-items.ts'

const group = (id: string) => ({ id, title: id })
const said = (items: ReturnType<typeof itemsOf<string>>) =>
  items.map((item) => (item.is === 'row' ? `${item.at} ${item.row}` : item.is))

describe('the lines of a ledger', () => {
  const two = [
    { group: group('a'), rows: ['x', 'y'], total: 2 },
    { group: group('b'), rows: ['z'], total: 40, onMore: () => undefined },
    { group: group('c'), rows: ['w'], total: 1 },
  ]

  it('are heads and rows, counted as if all were at hand', () => {
    expect(said(itemsOf(two, (row) => row))).toEqual([
      'head',
      '2 x',
      '3 y',
      'head',
      '5 z',
      'more',
      'head',
      '46 w',
    ])
    expect(lengthOf(two)).toBe(46)
  })

  it('leave out the rows of what is folded', () => {
    const folded = two.map((one) => ({ ...one, folded: one.group.id === 'b' }))
    expect(said(itemsOf(folded, (row) => row))).toEqual([
      'head',
      '2 x',
      '3 y',
      'head',
      'head',
      '6 w',
    ])
    expect(lengthOf(folded)).toBe(6)
  })

  it('are gone through row by row, past heads, and no further than the ends', () => {
    const items = itemsOf(two, (row) => row)
    expect(rowFrom(items, -1, 1)).toBe(1)
    expect(rowFrom(items, 2, 1)).toBe(4)
    expect(rowFrom(items, 4, -1)).toBe(2)
    expect(rowFrom(items, 7, 1)).toBeUndefined()
    expect(rowFrom(items, items.length, -1)).toBe(7)
  })

  it('are selected from one to another, either way round', () => {
    const items = itemsOf(two, (row) => row)
    expect(rowsBetween(items, 7, 2)).toEqual(['y', 'z', 'w'])
    expect(rowsBetween(items, 2, 2)).toEqual(['y'])
  })
})
