import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const said = (text: string) =>
  world.make('create-feedback', { text, source: 'tracker', originId: `${text} ${Math.random()}` })
const merge = (into: string, ...from: readonly string[]) =>
  world.store.apply(world.as.owner, 'merge-feedback', { into, from })
const reader = () => world.store.reader(world.as.owner)

test('a duplicate stands under its survivor: lists leave it out, and its ref leads to the survivor', async () => {
  const [stays, goes] = [await said('It hangs'), await said('It hangs too')]
  await merge(stays.ref, goes.ref)
  expect((await reader().get('feedback', goes.ref))?.id).toBe(stays.id)
  const listed = await reader().list('feedback', { limit: 200 })
  expect(listed.data.map((row) => row.id)).toContain(stays.id)
  expect(listed.data.map((row) => row.id)).not.toContain(goes.id)
})

test('every link goes over, one that the survivor has already is not doubled, and one undo takes all back', async () => {
  const [stays, goes] = [await said('Slow'), await said('So slow')]
  const [first, second] = [
    await world.make('create-idea', { title: 'Faster' }),
    await world.make('create-idea', { title: 'Fastest' }),
  ]
  for (const [from, to] of [
    [stays, first],
    [goes, first],
    [goes, second],
  ] as const)
    await world.make('link', { from: from.ref, relation: 'asks-for', to: to.ref })
  const before = await linksOf(stays.id, goes.id)
  const done = await merge(stays.ref, goes.ref)
  expect(await linksOf(stays.id, goes.id)).toEqual(
    [`${stays.id} ${first.id}`, `${stays.id} ${second.id}`].toSorted(),
  )
  await world.store.undo(world.as.owner, done.seq)
  expect(await linksOf(stays.id, goes.id)).toEqual(before)
  expect((await reader().get('feedback', goes.ref))?.id).toBe(goes.id)
})

test('what was merged into a duplicate goes along, so that no chain grows', async () => {
  const [top, middle, low] = [await said('One'), await said('Two'), await said('Three')]
  await merge(middle.ref, low.ref)
  await merge(top.ref, middle.ref)
  const under = await reader().list('feedback', {
    state: 'folded',
    filter: { mergedIntoId: { in: [top.id] } },
  })
  expect(under.data.map((row) => row.id).toSorted()).toEqual([middle.id, low.id].toSorted())
})

test('nothing is merged into itself, into a duplicate, or twice; each refusal says what to do', async () => {
  const [stays, goes, other] = [await said('A'), await said('B'), await said('C')]
  await expect(merge(stays.ref, stays.ref)).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'from' }],
  })
  await merge(stays.ref, goes.ref)
  await expect(merge(goes.ref, other.ref)).rejects.toMatchObject({
    places: [{ at: 'into', says: `Merge into ${stays.ref}.` }],
  })
  await expect(merge(goes.id, other.ref)).rejects.toMatchObject({
    places: [{ at: 'into', says: `Merge into ${stays.ref}.` }],
  })
  await expect(merge(other.ref, goes.ref)).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'from' }],
  })
  await expect(merge(stays.ref)).rejects.toMatchObject({
    code: 'invalid',
    places: [{ at: 'from' }],
  })
})

test('a contributor merges only what that contributor brought in', async () => {
  const [stays, goes] = [await said('Mine'), await said('Theirs')]
  const tried = world.store.apply(world.as.contributor, 'merge-feedback', {
    into: stays.ref,
    from: [goes.ref],
  })
  await expect(tried).rejects.toMatchObject({ code: 'denied' })
})

async function linksOf(...ids: readonly string[]): Promise<readonly string[]> {
  const links = await reader().links(ids)
  return links.map((one) => `${String(one['fromId'])} ${String(one['toId'])}`).toSorted()
}
