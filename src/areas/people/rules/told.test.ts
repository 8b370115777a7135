import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concerned, reasons, whyTold } from './told.ts'

const id = fc.constantFrom('a', 'b', 'c', 'd', null)
const some = fc.subarray(['a', 'b', 'c', 'd'])
const people = fc.record({
  mention: fc.array(id),
  driven: fc.array(id),
  asked: fc.array(id),
  answer: fc.array(id),
  owned: fc.array(id),
  followed: fc.array(id),
})

test('each is told once, for the strongest reason there is; the author never, the muted only when it is said to them in person, whoever is away not at all', () => {
  fc.assert(
    fc.property(people, some, some, (given, muted, away) => {
      const without = { authorId: 'a', mutedIds: new Set(muted), awayIds: new Set(away) }
      const told = concerned(given, without)
      for (const one of ['a', 'b', 'c', 'd'] as const) {
        const strongest = reasons.find(
          (reason) =>
            given[reason].includes(one) &&
            (reason === 'mention' || reason === 'driven' || !muted.includes(one)),
        )
        expect(whyTold(told, one)).toBe(one === 'a' || away.includes(one) ? undefined : strongest)
        expect(told.filter((entry) => entry.endsWith(` ${one}`)).length).toBeLessThanOrEqual(1)
      }
    }),
  )
})
