import { afterAll, beforeAll, expect, it } from 'vitest'
import { serverCatalogue } from '../../areas/server.ts'
import { cliWorld, type CliWorld } from './cli.world.ts'
import { verbsOf } from './verbs.ts'
import { viewAsText } from './view-text.ts'

let world: CliWorld
let idea: string
beforeAll(async () => {
  world = await cliWorld()
  idea = await world.made(
    'idea create --title "Keep recording offline" --reach 300 --impact 2 --confidence 80 --effort 2',
  )
  await world.made('idea create --title "Not thought through"')
  await world.done(`idea promote --idea ${idea} --commitment now`)
})
afterAll(() => world?.close())

it('gives every view of the catalogue a verb, with its inputs by place or as options', () => {
  const verbs = verbsOf(serverCatalogue)
  for (const { name, input } of serverCatalogue.views) {
    const own = verbs.filter((verb) => verb.path.join(' ') === name)
    expect(own.length, name).toBe(1)
    const taken = (own[0]?.places ?? []).map((one) => one.name)
    for (const [field, one] of Object.entries(input))
      if (one.required === true && own[0]?.group === 'Views:') expect(taken).toContain(field)
  }
})

it('shows a ranking as a ledger, and under --json exactly what the API says', async () => {
  const shown = await world.done('rank --limit 5')
  expect(shown).toMatch(/^Total +2\nUnscored +1\nCut +no\n\nRows\nRef +Title/)
  expect(shown).toMatch(new RegExp(`${idea} +Keep recording offline`))
  expect(shown).toContain('240')
  expect(shown).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/)
  expect(await world.json('rank --limit 5')).toMatchObject({
    rows: [{ ref: idea, rank: 1, score: 240 }, { rank: null }],
    unscored: 1,
  })
})

it('shows a roadmap by its columns, each item with what it delivers', async () => {
  const shown = await world.done('roadmap')
  expect(shown).toMatch(/Now\nRef +Title/)
  expect(shown).toContain(idea)
  expect(shown).toMatch(/Next\nnothing\n/)
  expect(shown).toContain(idea)
})

it('takes what a view needs by its place, and passes a refusal on', async () => {
  const shown = await world.done(`explain-score ${idea}`)
  expect(shown).toContain(`${idea} Keep recording offline`)
  expect(shown).toContain('The score is 240.')
  expect(shown).toMatch(/Factors\nField +Word/)
  expect((await world.run('explain-score IDEA-999')).code).toBe(3)
  expect((await world.run('rank --limit 0')).code).not.toBe(0)
  expect((await world.run('explain-score')).err).toContain('idea')
})

it('writes any answer, whatever its shape, and tames what could move the cursor', () => {
  const sheet = { stations: ['a'], paint: (_: string, text: string) => text, columns: undefined }
  expect(viewAsText({ a: null, deep: { x: { y: 1 } }, rows: [] }, sheet)).toBe('Rows\nnothing\n')
  expect(viewAsText({ word: 'one\u001b[2Jtwo' }, sheet)).not.toContain('\u001b')
  expect(
    viewAsText({ rows: [{ title: 'x\u001b[2J', span: { from: null, to: '2026-01-01' } }] }, sheet),
  ).toMatch(/^Rows\nTitle +Span\n─+\nx\S* +to 2026-01-01\n$/)
})
