import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVictims, type Victims } from './killing.ts'

/** Three rounds each; fifty are in kill.long.test.ts. */
let victims: Victims
beforeAll(async () => {
  victims = await openVictims(1500)
}, 120_000)
afterAll(async () => {
  await victims?.close()
})

test.each(['app', 'postgres'] as const)(
  'what was acknowledged is there after a kill of %s, and nothing is half done',
  async (victim) => {
    const before = victims.counts()
    for (let round = 0; round < 3; round++) await victims.round(victim)
    const counts = victims.counts()
    expect(counts.acknowledged - before.acknowledged).toBeGreaterThan(10)
    expect(counts).toMatchObject({ lost: 0, again: { untold: 0 }, imports: { partly: 0 } })
    expect(await victims.halves()).toEqual([])
    expect(await victims.verified()).not.toHaveProperty('broken')
  },
  180_000,
)

test('an acknowledged row that is gone, and a write that is half there, would be missed', async () => {
  const { lost, halves } = await victims.spoil()
  expect(lost).toBe(1)
  expect(halves).toEqual([
    expect.stringMatching(/^history without its feedback/),
    expect.stringMatching(/^a decision that settles nothing/),
  ])
})
