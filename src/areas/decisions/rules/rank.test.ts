import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onPaper, rank } from './rank.ts'

const scores = fc.array(
  fc.oneof(fc.constant(null), fc.constantFrom(0, 1, 2, 2.5, 4000), fc.double({ noNaN: true })),
)
const own = (value: number | null): number | null => value

test('equal scores share a rank, and the next rank counts all before it', () => {
  expect(rank([3, 5, 5, null, 9], own).map((one) => [one.item, one.rank, one.tied])).toEqual([
    [9, 1, false],
    [5, 2, true],
    [5, 2, true],
    [3, 4, false],
    [null, null, false],
  ])
})

test('a rank is one more than the number of better scores', () => {
  fc.assert(
    fc.property(scores, (all) => {
      expect(rank(all, own).map((one) => one.rank)).toEqual(
        rank(all, own).map(({ item }) =>
          item === null ? null : 1 + all.filter((other) => other !== null && other > item).length,
        ),
      )
    }),
  )
})

test('tied means that another has exactly this score', () => {
  fc.assert(
    fc.property(scores, (all) => {
      expect(rank(all, own).map(({ tied }) => tied)).toEqual(
        rank(all, own).map(
          ({ item }) => item !== null && all.filter((other) => other === item).length > 1,
        ),
      )
    }),
  )
})

test('nothing is lost, and what has no score comes last', () => {
  fc.assert(
    fc.property(scores, (all) => {
      const items = rank(all, own).map(({ item }) => item)
      const unscored = items.indexOf(null)
      expect(items.toSorted(any)).toEqual(all.toSorted(any))
      return unscored === -1 || items.slice(unscored).every((item) => item === null)
    }),
  )
})

test('equals keep the order in which they came', () => {
  const items = [
    { id: 'b', value: 1 },
    { id: 'a', value: 1 },
    { id: 'c', value: 2 },
  ]
  expect(rank(items, ({ value }) => value).map(({ item }) => item.id)).toEqual(['c', 'b', 'a'])
})

const any = (left: number | null, right: number | null): number =>
  left === right ? 0 : left === null ? 1 : right === null ? -1 : left < right ? -1 : 1

test('scores that are the same on paper are the same, and others are not', () => {
  const [one, other] = [(136 * 3 * 0.8) / 1, (544 * 3 * 1) / 5]
  expect(one).not.toBe(other)
  expect(onPaper(one)).toBe(onPaper(other))
  expect(onPaper(326.4001)).not.toBe(onPaper(326.4))
  expect(onPaper(null)).toBeNull()
})
