import fc from 'fast-check'
import { expect, test } from 'vitest'
import { perfectInformation } from './information/information.ts'
import { standingChoice } from './information/standing-choice.ts'
import { ranking } from './rank-probabilities.ts'
import { rowOf } from './scores.ts'
import { asked, matrices, scoresOf } from './scores.world.ts'
import { setChanges } from './set-changes.ts'

test('another set is better where the least in it is below the greatest outside', () => {
  const scores = scoresOf([
    [3, 3, 3, 3],
    [2, 1, 2, 4],
    [1, 2, 2, 3],
  ])
  expect(setChanges(scores, [0, 1], [2])).toBe(0.25)
  expect(setChanges(scores, [0], [1, 2])).toBe(0.25)
  expect(setChanges(scores, [0, 1, 2], [])).toBe(0)
})

test('it is as often as perfect information would change the choice', () => {
  fc.assert(
    fc.property(matrices, fc.integer({ min: 1, max: 7 }), (scores, top) => {
      const order = ranking(scores, { ...asked, top }).standings.map(({ option }) => option)
      const utility = order.map((_, option) => rowOf(scores, option))
      const { base, ...standing } = standingChoice(utility, { take: top })
      const set = [...base]
      const others = order.filter((option) => !set.includes(option))
      const { changes } = perfectInformation({ base, ...standing })
      expect(setChanges(scores, set, others)).toBeCloseTo(changes, 12)
    }),
  )
})
