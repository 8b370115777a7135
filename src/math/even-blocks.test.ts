import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evenBlocks } from './even-blocks.ts'
import { streamOf } from './random.ts'
import { fillStratified } from './strata.ts'

test('each block of a power of two draws is stratified by itself, whatever the stream', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 6, max: 13 }), (seed, power) => {
      const words = new Uint32Array(2 ** power)
      fillStratified(streamOf(seed, 'any'), words)
      let from = 0
      for (const end of evenBlocks(words.length)) {
        const size = end - from
        const cells = new Set(
          Array.from(words.subarray(from, end), (word) => Math.floor((word / 2 ** 32) * size)),
        )
        expect(cells.size).toBe(size)
        from = end
      }
      expect(from).toBe(words.length)
    }),
    { numRuns: 50 },
  )
})

test('blocks end where the draws do, ascending, and none is short unless all are few', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (draws) => {
      const ends = evenBlocks(draws)
      expect(ends.at(-1)).toBe(draws)
      ends.forEach((end, at) => {
        const size = end - (ends[at - 1] ?? 0)
        expect(size).toBeGreaterThanOrEqual(Math.min(64, draws))
      })
    }),
  )
})
