import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Row } from '../../../engine/record.ts'
import { openDatabase, type Database } from '../../../store/database.ts'
import { learnWords } from '../../../store/learn.ts'
import type { Similar } from './similar.ts'

let world: World
let database: Database
beforeAll(async () => {
  world = await openWorld()
  database = openDatabase(world.database.config, () => undefined)
})
afterAll(async () => {
  await database.close()
  await world.close()
})

const said = (text: string, more = {}) => world.make('create-feedback', { text, ...more })
const similar = async (of: Row, as: 'owner' | 'viewer' = 'owner') =>
  (await world.store.view(world.as[as], 'similar', { of: of.ref })) as Similar
const refs = (told: Similar) => told.rows.map((row) => row.ref)

test('what says the same is found, with the passage that fits and the needs it was quoted for', async () => {
  const one = await said('I lose connection behind the isolation door every night.')
  const other = await said(
    'Nice tablets. We lose the connection in the isolation block each night. The coffee is good.',
  )
  await said('Please print the invoice on one page.')
  const need = await world.make('create-need', { title: 'Keep giving care without a network' })
  const quoted = { feedbackId: other.id, start: 14, end: 72, to: need.ref }
  await world.store.apply(world.as.editor, 'frame', quoted)
  await learnWords(database, world.workspaceId)
  const told = await similar(one)
  expect(refs(told)).toEqual([other.ref])
  expect(told.rows[0]).toMatchObject({
    passage: { text: 'We lose the connection in the isolation block each night.' },
    needs: [{ id: need.id, ref: need.ref }],
    isDuplicate: false,
  })
  expect(told.rows[0]?.passage?.shared.length).toBeGreaterThanOrEqual(3)
})

test('a duplicate is told as one, and neither itself nor what was merged is in the answer', async () => {
  const text = 'The kennel alarm rang and nobody near it heard the kennel alarm.'
  const [one, twin, merged] = [await said(text), await said(text), await said(text)]
  await world.store.apply(world.as.owner, 'merge-feedback', { into: one.ref, from: [merged.ref] })
  const told = await similar(one)
  expect(refs(told)).toEqual([twin.ref])
  expect(told.rows[0]).toMatchObject({ likeness: 1, isDuplicate: true, needs: [] })
})

test('what a reader may not see is not similar to anything', async () => {
  const text = 'Quarantine paperwork swallows our whole Thursday'
  const one = await said(text)
  const secret = await said(`${text} afternoon`, { visibility: 'people', personIds: [] })
  expect(refs(await similar(one))).toEqual([secret.ref])
  expect(refs(await similar(one, 'viewer'))).toEqual([])
})

test('at most five are told, and a text without words has none', async () => {
  const rows: Row[] = []
  for (let at = 0; at < 8; at++) rows.push(await said(`Radiology uploads stall overnight ${at}`))
  expect(refs(await similar(rows[0] as Row))).toHaveLength(5)
  expect(refs(await similar(await said('?!')))).toEqual([])
})

test('what is written without spaces is compared by its characters', async () => {
  const one = await said('夜になると検索機能が遅すぎます')
  const other = await said('検索機能が遅いので困っています')
  expect(refs(await similar(one))).toEqual([other.ref])
})

test('what is not there is unknown', async () => {
  await expect(
    world.store.view(world.as.owner, 'similar', { of: 'FB-99999' }),
  ).rejects.toMatchObject({ code: 'unknown' })
})
