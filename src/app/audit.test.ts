/** Who did what, taken out as a file, and read in a terminal. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runIn } from '../surfaces/cli/run.world.ts'
import { openWorld, type World } from './instance.world.ts'

let world: World
let seq: number
beforeAll(async () => {
  world = await openWorld()
  const ids = ['Named layouts', '=1+1', 'A tour'].map(
    async (title) =>
      (await world.ask('POST', '/api/v1/ideas', { as: world.ownerToken, json: { title } })).body[
        'id'
      ],
  )
  const told = await world.ask('POST', '/api/v1/commands/trash-ideas', {
    as: world.ownerToken,
    json: { ids: await Promise.all(ids) },
  })
  seq = Number(told.body['seq'])
})
afterAll(() => world?.close())

const file = (search: string, as = world.ownerToken) =>
  world.ask('GET', `/api/v1/audit/export?${search}`, { as })

test('a file is for admins and owners, and a question that does not fit is refused before it begins', async () => {
  expect((await file('format=csv', await world.key('editor'))).status).toBe(403)
  for (const wrong of ['format=xml', 'record=ideas', 'by=MEM-99', 'limit=3', 'what=ever'])
    expect((await file(wrong)).status, wrong).toBe(422)
})

test('it has every change that the filters leave, one a line, in both formats the same', async () => {
  const lines = (await file('format=jsonl&record=idea')).text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  expect(lines.map(({ command, op }) => `${String(command)} ${String(op)}`)).toEqual([
    'trash-ideas remove',
    'trash-ideas remove',
    'trash-ideas remove',
    'create-idea create',
    'create-idea create',
    'create-idea create',
  ])
  const csv = (await file('format=csv&record=idea')).text
  const rows = parse<Readonly<Record<string, string>>>(csv, { columns: true })
  expect(rows.map((row) => [row['seq'], row['ref'], row['is'], row['hash']])).toEqual(
    lines.map((line) => [String(line['seq']), line['ref'], line['is'], line['hash']]),
  )
  // nothing that a spreadsheet would run
  expect(rows.map((row) => row['title'])).toContain("'=1+1")
})

test('a terminal lists it, narrows it, and writes it to a file', async () => {
  const env = { THROUGHLINE_URL: world.instance.url, THROUGHLINE_KEY: world.ownerToken }
  const run = (line: string) => runIn('/', line, { env })
  const listed = await run('history list --command trash-ideas')
  expect(listed.code, listed.err).toBe(0)
  expect(listed.out).toContain('Move several ideas to the trash')
  const json = await run(`history list --record idea --before ${seq} --limit 1 --json`)
  expect(JSON.parse(json.out)).toMatchObject({ entries: [{ command: 'create-idea' }] })
  const lines = await run('history list --command trash-ideas --format jsonl')
  expect(lines.out.trim().split('\n').length).toBe(3)
  const nobody = await run('history list --by MEM-99')
  expect(nobody.code).not.toBe(0)
  expect(nobody.err).toContain('MEM-99')
})
