import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortOf } from './descending.ts'
import { fillWords, streamOf, uniformOf } from './random.ts'

const numbers = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, 1e-320, -1e-320, Infinity, -Infinity),
)

test('indexes come back each once, the greatest number first', () => {
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 300 }), (values) => {
      expect(isSorted(Float64Array.from(values))).toBe(true)
    }),
  )
})

test('a sort can be used again, on room that is part of a greater one', () => {
  const sort = sortOf(3)
  const order = new Int32Array(3)
  const room = Float64Array.of(9, 9, 1, 3, 2, 9)
  sort(room.subarray(2, 5), order)
  expect([...order]).toEqual([1, 2, 0])
  sort(room.subarray(0, 3), order)
  expect([...order]).toEqual([0, 1, 2])
})

/** What is hard: many that agree in their upper bits, many sizes, all the same, in order, in the wrong order. */
const hard: Readonly<Record<string, (u: number, at: number) => number>> = {
  uniform: (u) => u,
  'around zero': (u) => u - 0.5,
  'of all sizes': (u) => Math.exp(1000 * (u - 0.5)),
  'of all sizes and signs': (u, at) => Math.exp(1000 * (u - 0.5)) * (at % 2 === 0 ? 1 : -1),
  'close together': (u) => 1e6 + 1e-6 * u,
  'in two heaps': (u, at) => (at % 2) + 1e-12 * u,
  'all but one close together': (u, at) => (at === 7 ? 1e300 : 1 + 1e-9 * u),
  'all the same': () => 4,
  'few values': (u) => Math.floor(u * 5),
  rising: (_, at) => at,
  falling: (_, at) => -at,
}

test.each(Object.entries(hard))('a thousand numbers %s are put in order', (_, of) => {
  const words = new Uint32Array(1000)
  fillWords(streamOf(1, 'hard'), words)
  expect(isSorted(Float64Array.from(words, (word, at) => of(uniformOf(word), at)))).toBe(true)
})

test('65,536 numbers are put in order', () => {
  const words = new Uint32Array(65_536)
  fillWords(streamOf(1, 'many'), words)
  expect(isSorted(Float64Array.from(words, uniformOf))).toBe(true)
})

/** Each number once and never a greater one behind a lesser. */
function isSorted(values: Float64Array): boolean {
  const order = new Int32Array(values.length)
  sortOf(values.length)(values, order)
  const sorted = [...order].map((at) => values[at] ?? Number.NaN)
  return (
    new Set(order).size === values.length &&
    sorted.every((value, at) => at === 0 || (sorted[at - 1] ?? Number.NaN) >= value)
  )
}
