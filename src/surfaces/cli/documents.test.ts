import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cliWorld, type CliWorld } from './cli.world.ts'

let world: CliWorld
beforeAll(async () => {
  world = await cliWorld()
})
afterAll(() => world?.close())

it('takes a long text from its file, and prints a document as it stands', async () => {
  const path = join(world.folder, 'chat.md')
  writeFileSync(
    path,
    '# Chat\n\n## Context\n\nWe talk.\n\n## Considered Options\n\n* Slack\n* Zulip\n\n## Decision Outcome\n\nChosen option: "Zulip", because it is ours.\n',
  )
  expect((await world.run(`decide --from ${path}`)).code).toBe(0)
  const shown = await world.done('decision DEC-1 --format madr')
  expect(shown).toMatch(/^---\nstatus: accepted\n/)
  expect(shown).toContain('\n\n# Chat\n\n')
  expect(shown).toContain('* Slack\n* Zulip')
  expect(shown).toContain('Chosen option: "Zulip", because it is ours.')
  expect(await world.json('decision DEC-1 --format madr')).toEqual({ text: shown })
  const lost = await world.run('decide --from nowhere.md')
  expect(lost.code).not.toBe(0)
  expect(lost.err).toContain('nowhere.md cannot be read')
})

it('refuses a file of which the head cannot be read, with its line', async () => {
  const path = join(world.folder, 'broken.md')
  writeFileSync(path, '---\nstatus: [a: {b\n---\n\n# Chat\n')
  const refused = await world.run(`decide --from ${path}`)
  expect(refused.code).not.toBe(0)
  expect(refused.err).toContain('Line 2: what begins with [ does not end. Close it')
})

it('opens a question and decides it, by one verb', async () => {
  expect((await world.run('decide --open "Which colour?"')).code).toBe(0)
  expect((await world.run('decide --choose DEC-2 --sentence Green')).code).toBe(0)
  expect(await world.json('decision DEC-2')).toMatchObject({ state: 'decided', sentence: 'Green' })
  expect(await world.done('decision-queue')).toContain('nothing')
})
