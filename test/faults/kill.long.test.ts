import { afterAll, beforeAll, expect, test } from 'vitest'
import { openVictims, type Victims } from './killing.ts'

const rounds = 50

let victims: Victims
beforeAll(async () => {
  victims = await openVictims(5000)
}, 120_000)
afterAll(async () => {
  await victims?.close()
})

test.each(['app', 'postgres'] as const)(
  `${rounds} kills of %s lose nothing that was acknowledged and leave nothing half done`,
  async (victim) => {
    for (let round = 0; round < rounds; round++) await victims.round(victim)
    const counts = victims.counts()
    process.stdout.write(`killed ${victim} ${rounds} times: ${JSON.stringify(counts)}\n`)
    expect(counts).toMatchObject({ lost: 0, again: { untold: 0 }, imports: { partly: 0 } })
    expect(counts.imports.whole + counts.imports.none).toBe(counts.rounds)
    expect(await victims.halves()).toEqual([])
    expect(await victims.verified()).not.toHaveProperty('broken')
  },
  3_600_000,
)
