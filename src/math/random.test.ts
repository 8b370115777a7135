/**
 * The laws of chance here: what a stream gives depends on seed, name and n alone, and different streams
 * know nothing of each other. The tests of chance are on fixed seeds, so they say the same in every run.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillWords, streamOf, uniformAt, uniformOf, wordAt } from './random.ts'

const seeds = fc.nat({ max: Number.MAX_SAFE_INTEGER })

describe('a stream', () => {
  test('is refused a seed that is no whole number from 0 to 2^53 − 1', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53])
      expect(() => streamOf(seed, 'a')).toThrow(RangeError)
  })

  test('gives the n-th number at once, and the same as counting up to it', () => {
    fc.assert(
      fc.property(seeds, fc.string(), fc.integer({ min: 1, max: 200 }), (seed, name, count) => {
        const words = wordsOf(seed, name, count)
        expect(words).toEqual(
          Array.from({ length: count }, (_, n) => wordAt(streamOf(seed, name), n)),
        )
      }),
    )
  })

  test('goes on past 2^33 numbers without coming back to its beginning', () => {
    const stream = streamOf(1, 'long')
    const far = Array.from({ length: 8 }, (_, n) => wordAt(stream, 2 ** 33 + n))
    expect(far).not.toEqual(wordsOf(1, 'long', 8))
  })

  test('is another for another seed or another name, however little differs', () => {
    const keys = new Set(
      [
        [0, ''],
        [0, '\u0000'],
        [0, '\u0000\u0000\u0000\u0000'],
        [0, 'reach'],
        [0, 'reacg'],
        [0, 'hcaer'],
        [0, 'reach '],
        [1, 'reach'],
        [2 ** 32, 'reach'],
        [2 ** 53 - 1, 'reach'],
      ].map(([seed, name]) => JSON.stringify(streamOf(Number(seed), String(name)))),
    )
    expect(keys.size).toBe(10)
  })

  test('has a key of its own among 100,000 names', () => {
    const keys = new Set<string>()
    for (let id = 0; id < 100_000; id += 1) {
      const { low, high } = streamOf(7, `option ${id} cost`)
      keys.add(`${low} ${high}`)
    }
    expect(keys.size).toBe(100_000)
  })
})

describe('a uniform number', () => {
  test('lies between 0 and 1 and is neither, at both ends of what a word can be', () => {
    expect(uniformOf(0)).toBe(2 ** -33)
    expect(uniformOf(2 ** 32 - 1)).toBe(1 - 2 ** -33)
    fc.assert(
      fc.property(seeds, fc.string(), fc.nat(), (seed, name, n) => {
        const value = uniformAt(streamOf(seed, name), n)
        expect(value > 0 && value < 1).toBe(true)
      }),
    )
  })

  test('falls into 256 equal parts equally often, by its high bits and by its low bits', () => {
    for (const name of ['a', 'b', 'reach', '0192f0c1-7d3a-7000-8000-0123456789ab effort']) {
      const words = wordsOf(42, name, 2 ** 17)
      expect(chiSquare(words.map((word) => word >>> 24))).toBeLessThan(upperOf255)
      expect(chiSquare(words.map((word) => word & 255))).toBeLessThan(upperOf255)
    }
  })

  test('has the mean and variance of the uniform within four standard errors', () => {
    const numbers = wordsOf(5, 'moments', 2 ** 18).map(uniformOf)
    const count = numbers.length
    const mean = sum(numbers) / count
    const variance = sum(numbers.map((value) => (value - 0.5) ** 2)) / count
    expect(Math.abs(mean - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / count))
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / count))
  })
})

describe('two numbers know nothing of each other', () => {
  const count = 2 ** 16
  const pairs = {
    'that follow each other in a stream': [
      wordsOf(1, 'a', count),
      wordsOf(1, 'a', count + 1).slice(1),
    ],
    'at the same place of streams whose names differ in a letter': [
      wordsOf(1, 'option 1 reach', count),
      wordsOf(1, 'option 2 reach', count),
    ],
    'at the same place of one stream under neighbouring seeds': [
      wordsOf(1, 'a', count),
      wordsOf(2, 'a', count),
    ],
    'of streams whose names are each other’s beginning': [
      wordsOf(1, 'reach', count),
      wordsOf(1, 'reach of', count),
    ],
  } as const

  test.each(Object.entries(pairs))('%s', (_, [left, right]) => {
    const cells = left.map((word, n) => ((word >>> 28) << 4) | ((right[n] ?? 0) >>> 28))
    expect(chiSquare(cells)).toBeLessThan(upperOf255)
    const product = sum(left.map((word, n) => centred(word) * centred(right[n] ?? 0))) / count
    expect(Math.abs(product * 12)).toBeLessThan(4 / Math.sqrt(count))
  })

  test('at the same place of 64 streams: every bit of their xor is set half of the time', () => {
    const streams = Array.from({ length: 64 }, (_, id) => wordsOf(9, `option ${id}`, 2 ** 11))
    const set = new Float64Array(32)
    let seen = 0
    for (let id = 1; id < streams.length; id += 1)
      streams[id]?.forEach((word, n) => {
        const differ = word ^ (streams[id - 1]?.[n] ?? 0)
        for (let bit = 0; bit < 32; bit += 1) set[bit] = (set[bit] ?? 0) + ((differ >>> bit) & 1)
        seen += 1
      })
    for (const times of set)
      expect(Math.abs(times - seen / 2)).toBeLessThan(4 * Math.sqrt(seen / 4))
  })
})

/** The 99.9 % point of chi-square with 255 degrees of freedom. */
const upperOf255 = 330.52

function wordsOf(seed: number, name: string, count: number): readonly number[] {
  const into = new Uint32Array(count)
  fillWords(streamOf(seed, name), into)
  return [...into]
}

/** Of numbers from 0 to 255 against all of them being equally likely. */
function chiSquare(numbers: readonly number[]): number {
  const seen = new Float64Array(256)
  for (const number of numbers) seen[number] = (seen[number] ?? 0) + 1
  const expected = numbers.length / 256
  return sum([...seen].map((times) => (times - expected) ** 2 / expected))
}

const centred = (word: number): number => uniformOf(word) - 0.5
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
