import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestorsOf, cycleIn } from './precedence.ts'

test('each that waits for itself, or round a circle, is found from its lowest place', () => {
  expect(cycleIn([[0]])).toEqual([0])
  expect(cycleIn([[], [3], [0], [2], [1], [4, 3]])).toBeNull()
  // 1 waits for 4, 4 for 2, and 2 for 1; 5 waits for the circle, and 0 for nothing.
  expect(cycleIn([[], [4], [1, 0], [], [2], [1]])).toEqual([1, 4, 2])
})

test('a circle has no ancestors', () => {
  expect(() => ancestorsOf([[1], [0]])).toThrow(RangeError)
})

test('ancestors are all that come before, however far', () => {
  expect(
    ancestorsOf([[], [0], [1], [1, 0], [2, 3]]).map((set) =>
      [...set].toSorted((one, other) => one - other),
    ),
  ).toEqual([[], [0], [0, 1], [0, 1], [0, 1, 2, 3]])
})

test('what is found is a circle, and where none is found there is an order', () => {
  const graphs = fc
    .integer({ min: 1, max: 8 })
    .chain((n) =>
      fc.array(fc.array(fc.nat(n - 1), { maxLength: 2 }), { minLength: n, maxLength: n }),
    )
  fc.assert(
    fc.property(graphs, (after) => {
      const circle = cycleIn(after)
      if (circle === null) {
        const before = ancestorsOf(after)
        after.forEach((firsts, at) => {
          expect(before[at]?.has(at)).toBe(false)
          for (const first of firsts) expect(before[at]?.has(first)).toBe(true)
        })
        return
      }
      expect(new Set(circle).size).toBe(circle.length)
      circle.forEach((at, index) => {
        expect(after[at]).toContain(circle[(index + 1) % circle.length])
      })
    }),
  )
})
