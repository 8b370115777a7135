import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concerned, reasons, whyTold } from './told.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', null)
const people = fc.record({
  mention: fc.array(id),
  answer: fc.array(id),
  owned: fc.array(id),
  followed: fc.array(id),
})

test('each is told once, for the strongest reason there is; the author never, the muted only when mentioned', () => {
  fc.assert(
    fc.property(people, fc.subarray(['a', 'b', 'c', 'd']), (given, muted) => {
      const told = concerned(given, { authorId: 'a', mutedIds: new Set(muted) })
      for (const one of ['a', 'b', 'c', 'd'] as const) {
        const strongest = reasons.find(
          (reason) => given[reason].includes(one) && (reason === 'mention' || !muted.includes(one)),
        )
        expect(whyTold(told, one)).toBe(one === 'a' ? undefined : strongest)
        expect(told.filter((entry) => entry.endsWith(` ${one}`)).length).toBeLessThanOrEqual(1)
      }
    }),
  )
})
