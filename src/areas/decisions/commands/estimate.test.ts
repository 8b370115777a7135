import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const say = (who: 'editor' | 'contributor' | 'viewer', on: string, more: object) =>
  world.store.apply(world.as[who], 'estimate', { on, factor: 'reach', ...more })

test('an estimate is made, and said again it replaces what one said before', async () => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const first = await say('editor', idea.ref, { low: 100, likely: 300, high: 900 })
  expect(first.changed[0]).toMatchObject({
    op: 'create',
    row: { low: 100, likely: 300, high: 900, raterId: world.as.editor.id, ideaId: idea.id },
  })
  const again = await say('editor', idea.ref, { likely: 250 })
  expect(again.changed[0]).toMatchObject({
    op: 'update',
    id: first.changed[0]?.id,
    row: { low: null, likely: 250, high: null },
  })
})

test('two people estimate beside each other, and neither touches the other’s', async () => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const [one, other] = [
    await say('editor', idea.ref, { likely: 5 }),
    await say('contributor', idea.ref, { likely: 9 }),
  ]
  expect(one.changed[0]?.id).not.toBe(other.changed[0]?.id)
  const all = await world.store.reader(world.as.viewer).by('estimate', 'ideaId', [idea.id])
  expect(new Set(all.map((row) => row['likely']))).toEqual(new Set([5, 9]))
  await world.store.apply(world.as.editor, 'withdraw-estimate', { on: idea.ref, factor: 'reach' })
  const left = await world.store.reader(world.as.viewer).by('estimate', 'ideaId', [idea.id])
  expect(left.map((row) => row['raterId'])).toEqual([world.as.contributor.id])
})

test('who may only read estimates nothing, and withdrawing what was never said changes nothing', async () => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  await expect(say('viewer', idea.ref, { likely: 5 })).rejects.toMatchObject({ code: 'denied' })
  const done = await world.store.apply(world.as.editor, 'withdraw-estimate', {
    on: idea.ref,
    factor: 'effort',
  })
  expect(done.changed).toEqual([])
})

test('an estimate of a draft is as hidden as the draft', async () => {
  const idea = await world.make('create-idea', { title: 'Secret', draft: true })
  await world.make('estimate', { on: idea.ref, factor: 'reach', likely: 5 })
  const seen = await world.store.reader(world.as.admin).by('estimate', 'ideaId', [idea.id])
  expect(seen).toEqual([])
  await expect(say('editor', idea.ref, { likely: 5 })).rejects.toMatchObject({ code: 'unknown' })
})

test.each([
  [{ low: 5, likely: 3, high: 9 }, ['low']],
  [{ low: 1, likely: 3, high: 2 }, ['high']],
  [{ low: 1, likely: 3 }, ['high']],
  [{ likely: 3, high: 4 }, ['low']],
  [{ low: -1, likely: 3, high: 4 }, ['low']],
  [{ factor: 'confidence', likely: 120 }, ['likely']],
  [{ factor: 'effort', likely: 0 }, ['likely']],
])('%o is refused where it does not fit', async (more, at) => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const refused: { places: { at: string }[] } = await say('editor', idea.ref, more).then(
    () => ({ places: [] }),
    (error: { places: { at: string }[] }) => error,
  )
  expect(refused.places.map((place) => place.at)).toEqual(at)
})

test('what is no idea is not estimated', async () => {
  const need = await world.make('create-need', { title: 'Read it in the tunnel', kind: 'need' })
  await expect(say('editor', need.ref, { likely: 3 })).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'on' }],
  })
})
