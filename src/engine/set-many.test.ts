import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { mostSet } from './set-many.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const idea = (more = {}) => world.make('create-idea', { title: 'Remember the layout', ...more })
const set = (input: unknown, as: 'editor' | 'viewer' | 'owner' = 'editor') =>
  world.store.apply(world.as[as], 'set-ideas', input)

test('many rows get the same values in one commit, by ref or id, and one undo takes all of it back', async () => {
  const rows = [await idea(), await idea({ state: 'chosen' }), await idea()]
  const [first, second, third] = rows
  const done = await set({ ids: [first?.ref, second?.id, third?.id, first?.id], state: 'chosen' })
  expect(done.result).toMatchObject({ changed: 2, same: 1, refused: [] })
  const state = async () => {
    const found = await world.store.reader(world.as.editor).many(
      'idea',
      rows.map((row) => row.id),
    )
    return rows.map(({ id }) => found.find((row) => row.id === id)?.['state'])
  }
  expect(await state()).toEqual(['chosen', 'chosen', 'chosen'])
  await world.store.undo(world.as.editor, done.seq)
  expect(await state()).toEqual(['open', 'chosen', 'open'])
})

test('a row that cannot have them stays as it was and is named; the others are set', async () => {
  const [free, mine] = [await idea(), await idea({ draft: true })]
  const done = await set({ ids: [free.id, mine.id, 'IDEA-99999'], impact: 2 })
  expect(done.result).toMatchObject({ changed: 1, same: 0, refusedInAll: 2 })
  expect(JSON.stringify(done.result?.['refused'])).toContain('IDEA-99999')
  expect(done.changed.map(({ id }) => id)).toEqual([free.id])
})

test('a law of the record and the right to write are asked of each row', async () => {
  const one = await idea()
  await expect(set({ ids: [one.id], effort: 1.5 })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('whole number') as string,
  })
  await expect(set({ ids: [one.id], impact: 2 }, 'viewer')).rejects.toMatchObject({
    message: `You may see ${one.ref} but not change it.`,
  })
  await expect(set({ ids: [one.id], title: null })).rejects.toMatchObject({
    message: `${one.ref} needs its title.`,
  })
})

test('without a field nothing is done, and the refusal says so', async () => {
  const one = await idea()
  await expect(set({ ids: [one.id] })).rejects.toMatchObject({ code: 'invalid' })
})

test('own fields are laid over what each row has, and null takes one away', async () => {
  for (const key of ['size', 'place'])
    await world.make('create-custom-field', { of: 'idea', key, label: key, type: 'text' })
  const [first, second] = [await idea({ custom: { size: 'S' } }), await idea()]
  const done = await set({ ids: [first.id, second.id], custom: { place: 'Oslo' } })
  expect(done.changed.map(({ row }) => row?.custom)).toEqual([
    { size: 'S', place: 'Oslo' },
    { place: 'Oslo' },
  ])
  const less = await set({ ids: [first.id, second.id], custom: { size: null } })
  expect(less.changed.map(({ row }) => row?.custom)).toEqual([{ place: 'Oslo' }])
  await expect(set({ ids: [first.id], custom: { no: 'x' } })).rejects.toMatchObject({
    places: [{ at: 'custom.no' }],
  })
})

test('as many as a commit is read back with are set at once, and one more is refused', async () => {
  const ids = Array.from({ length: mostSet + 1 }, () => crypto.randomUUID())
  await expect(set({ ids, impact: 2 })).rejects.toMatchObject({ places: [{ at: 'ids' }] })
})

test('many go to the trash as one, with their links, and come back as one', async () => {
  const [one, two] = [await idea(), await idea()]
  const need = await world.make('create-need', { title: 'Keep my windows' })
  await world.make('link', { from: one.ref, relation: 'addresses', to: need.ref })
  const done = await world.store.apply(world.as.editor, 'trash-ideas', { ids: [one.id, two.ref] })
  expect(done.result).toMatchObject({ changed: 2, refusedInAll: 0 })
  const reader = world.store.reader(world.as.editor)
  expect(await reader.many('idea', [one.id, two.id])).toEqual([])
  await world.store.undo(world.as.editor, done.seq)
  expect(await reader.many('idea', [one.id, two.id])).toHaveLength(2)
  expect(await reader.links([one.id])).toHaveLength(1)
})
