import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const said = (more = {}) => world.make('create-feedback', { text: 'It hangs', ...more })

test('one verdict sorts many, by ref or id, and leaves alone what has it already', async () => {
  const [first, second, third] = [
    await said(),
    await said(),
    await said({ kind: 'bug', state: 'processed' }),
  ]
  const done = await world.store.apply(world.as.editor, 'triage', {
    ids: [first.ref, second.id, third.ref, first.id],
    kind: 'bug',
    state: 'processed',
  })
  expect(done.result).toEqual({ changed: 2, same: 1 })
  expect(done.changed.map(({ row }) => [row?.['kind'], row?.['state'], row?.version])).toEqual([
    ['bug', 'processed', 2],
    ['bug', 'processed', 2],
  ])
})

test('without a verdict nothing is done, and the refusal says what is missing', async () => {
  const row = await said()
  await expect(
    world.store.apply(world.as.editor, 'triage', { ids: [row.ref] }),
  ).rejects.toMatchObject({ code: 'invalid', places: [{ at: 'kind' }] })
})

test('one that is not there refuses the whole verdict', async () => {
  const row = await said()
  const tried = world.store.apply(world.as.editor, 'triage', {
    ids: [row.ref, 'FB-999999'],
    kind: 'bug',
  })
  await expect(tried).rejects.toMatchObject({ code: 'unknown' })
  expect(await world.store.reader(world.as.editor).get('feedback', row.id)).toMatchObject({
    kind: 'other',
    version: 1,
  })
})
