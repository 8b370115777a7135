/** A file of what a list shows: its rows, its order, its columns. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './instance.world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await make('custom-fields', { of: 'idea', key: 'size', label: 'Size', type: 'text' })
  await make('ideas', { title: 'Named layouts', reach: 100, impact: 1, confidence: 100, effort: 1 })
  await make('ideas', { title: 'Remember, always', state: 'chosen', custom: { size: 'XL' } })
  await make('ideas', { title: 'A tour', reach: 10, impact: 1, confidence: 100, effort: 1 })
})
afterAll(() => world.close())

const make = async (plural: string, json: unknown) => {
  const told = await world.ask('POST', `/api/v1/${plural}`, { as: world.ownerToken, json })
  expect(told.status, told.text).toBe(201)
}
const taken = (search: string) =>
  world.ask('GET', `/api/v1/export/ideas?${search}`, { as: world.ownerToken })

test('a file has the columns that the address names, in their order, and the rows of the list', async () => {
  const csv = await taken('format=csv&sort=-score&columns=ref,title,score,custom.size')
  expect(
    csv.text
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/),
  ).toEqual([
    'ref,title,score,custom.size',
    'IDEA-1,Named layouts,100,',
    'IDEA-3,A tour,10,',
    'IDEA-2,"Remember, always",,XL',
  ])
  const lines = await taken('format=jsonl&filter[state]=chosen&columns=title,custom.size')
  expect(JSON.parse(lines.text)).toEqual({ title: 'Remember, always', 'custom.size': 'XL' })
  const found = await taken('format=jsonl&q=tour&columns=ref')
  expect(JSON.parse(found.text)).toEqual({ ref: 'IDEA-3' })
})

test('without columns and conditions it is everything, oldest first, as ever', async () => {
  const lines = await taken('format=jsonl')
  const rows = lines.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { ref: string })
  expect(rows.map(({ ref }) => ref)).toEqual(['IDEA-1', 'IDEA-2', 'IDEA-3'])
})

test('a column or a condition that there is not is refused with those there are', async () => {
  const column = await taken('columns=ref,nothing')
  expect(column.status).toBe(422)
  expect(column.text).toContain('nothing')
  expect(column.text).toContain('title')
  expect((await taken('filter[title]=x')).status).toBe(422)
  expect((await taken('what=ever')).status).toBe(422)
})
