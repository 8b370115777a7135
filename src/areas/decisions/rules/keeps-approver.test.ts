import { afterAll, beforeAll, expect, test } from 'vitest'
import { importing } from '../../../../test/importing.ts'
import { refusal } from '../../../../test/refusal.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Problem } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const places = (problem: Problem): readonly string[] => problem.places.map(({ at }) => at)
const read = async (record: string, id: string): Promise<Row> => {
  const row = await world.store.reader(world.as.owner).get(record, id)
  if (row === undefined) throw new Error(`no ${record}`)
  return row
}

test('nobody makes themselves its approver or takes the door from them, but the approver, the driver and an admin', async () => {
  const row = await world.make('open-decision', {
    question: 'Do we build for no network?',
    door: 'one-way',
    approverId: world.as.admin.id,
  })
  const door = { id: row.id, door: 'two-way' }
  const { editor, owner } = world.as
  for (const [command, input, at] of [
    ['update-decision', { id: row.id, approverId: editor.id }, ['approverId']],
    ['update-decision', { id: row.id, approverId: null }, ['approverId']],
    ['update-decision', { id: row.id, driverId: editor.id }, ['driverId']],
    ['update-decision', door, ['door']],
  ] as const)
    expect(await refusal(world.store.apply(editor, command, input))).toMatchObject({
      code: 'denied',
      places: at.map((name) => ({ at: name })),
    })
  const many = { ids: [row.id], approverId: editor.id }
  expect(await refusal(world.store.apply(editor, 'set-decisions', many))).toMatchObject({
    code: 'invalid',
    message: `${row.ref} is a one-way door, and it has an approver.`,
  })
  const { run } = importing(world.store, editor)
  const mapping = { record: 'decision', map: { ref: 'ref', door: 'door' } }
  const byFile = await refusal(run(`ref,door\n${row.ref},two-way`, mapping))
  expect(places(byFile)).toEqual(['line 2, column door'])
  await world.store.apply(editor, 'update-decision', { id: row.id, otherwise: 'We wait' })
  await world.store.apply(owner, 'update-decision', { id: row.id, driverId: editor.id })
  await world.store.apply(editor, 'update-decision', { id: row.id, approverId: owner.id })
  await world.store.apply(world.as.admin, 'update-decision', door)
  expect(await read('decision', row.id)).toMatchObject({ door: 'two-way', approverId: owner.id })
})

test('an undo does not take a one-way door from its approver', async () => {
  const row = await world.make('open-decision', { question: 'Which way?', door: 'one-way' })
  const { seq } = await world.store.apply(world.as.editor, 'update-decision', {
    id: row.id,
    approverId: world.as.admin.id,
  })
  expect(await refusal(world.store.undo(world.as.editor, seq))).toMatchObject({ code: 'denied' })
  await world.store.undo(world.as.admin, seq)
  expect(await read('decision', row.id)).toMatchObject({ approverId: null })
})

test('a one-way door is not made as decided, but by a file', async () => {
  const given = { sentence: 'We move', door: 'one-way', decidedAt: '2026-01-01T00:00:00Z' }
  const refused = await refusal(world.store.apply(world.as.owner, 'create-decision', given))
  expect(places(refused)).toEqual(['door'])
  const asked = { question: 'Do we move?', door: 'one-way' }
  expect(await world.make('create-decision', asked)).toMatchObject({ state: 'open' })
  const { run } = importing(world.store, world.as.owner)
  const map = { sentence: 'sentence', door: 'door' }
  await run('sentence,door\nWe moved in May,one-way', { record: 'decision', map })
  const { data } = await world.store.reader(world.as.owner).list('decision', { limit: 200 })
  const moved = data.filter((row) => row['sentence'] === 'We moved in May')
  expect(moved).toMatchObject([{ door: 'one-way', state: 'decided', evidenceHash: null }])
})
