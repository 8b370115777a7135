import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../engine/access.ts'
import type { Inbox } from './inbox.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const inboxOf = async (as: Actor, input: object = {}): Promise<Inbox> =>
  (await world.store.view(as, 'inbox', input)) as Inbox
const say = (as: Actor, on: string, text: string) => world.store.apply(as, 'comment', { on, text })
const told = ({ entries }: Inbox) => entries.map(({ why, text }) => `${why}: ${text}`)

test('what concerns me lies in my inbox, newest first, each with who, where and why', async () => {
  const { as } = world
  const need = await world.make('create-need', { title: 'A need of the owner' })
  await say(as.contributor, need.ref, 'First')
  await say(as.editor, need.ref, 'For you, @Ingrid Solheim')
  const mine = await inboxOf(as.owner)
  expect(told(mine)).toEqual(['mention: For you, @Ingrid Solheim', 'owned: First'])
  expect(mine.entries[0]).toMatchObject({
    by: 'The editor',
    record: 'need',
    on: need.ref,
    title: 'A need of the owner',
    unread: true,
  })
  expect(told(await inboxOf(as.contributor))).toEqual(['followed: For you, @Ingrid Solheim'])
  expect(told(await inboxOf(as.viewer))).toEqual([])
})

test('a move of what I follow or own is told by its choices, my own moves are not', async () => {
  const { store, as } = world
  const item = await world.make('create-roadmap-item', { title: 'Under way', commitment: 'later' })
  const aim = await world.make('create-objective', {
    title: 'An aim of the admin',
    ownerId: as.admin.id,
  })
  await store.apply(as.admin, 'follow', { on: item.ref })
  await store.apply(as.admin, 'update-roadmap-item', { id: item.id, status: 'in-progress' })
  await store.apply(as.editor, 'update-roadmap-item', { id: item.id, title: 'Renamed only' })
  await store.apply(as.editor, 'update-roadmap-item', { id: item.id, commitment: 'now' })
  const { entries } = await inboxOf(as.admin)
  expect(entries).toEqual([
    {
      why: 'moved',
      at: entries[0]?.at,
      by: 'The editor',
      record: 'roadmap-item',
      on: item.ref,
      title: 'Renamed only',
      text: 'update-roadmap-item',
      comment: '',
      moves: [{ field: 'commitment', from: 'later', to: 'now' }],
      unread: true,
    },
  ])
  expect(aim.ref).toMatch(/^OBJ-/)
  await store.apply(as.admin, 'unfollow', { on: item.ref })
  expect((await inboxOf(as.admin)).entries).toEqual([])
})

test('what was read is read up to a moment, for each person alone, and can be unread again', async () => {
  const { store, as } = world
  const need = await world.make('create-need', { title: 'Read and unread' })
  await say(as.editor, need.ref, 'One, @The viewer @The admin')
  await say(as.editor, need.ref, 'Two, @The viewer')
  expect((await inboxOf(as.viewer)).unread).toBe(2)
  const [newest, oldest] = (await inboxOf(as.viewer)).entries
  await store.apply(as.viewer, 'mark-read', { upTo: oldest?.at })
  const half = await inboxOf(as.viewer)
  expect(half.entries.map(({ unread }) => unread)).toEqual([newest?.at !== oldest?.at, false])
  await store.apply(as.viewer, 'mark-read', {})
  expect((await inboxOf(as.viewer)).unread).toBe(0)
  expect((await inboxOf(as.admin)).unread).toBe(1)
  await store.apply(as.viewer, 'mark-read', { upTo: '2026-01-01T00:00:00.000Z' })
  expect((await inboxOf(as.viewer)).unread).toBe(2)
  await expect(
    store.apply(as.viewer, 'mark-read', { upTo: '2999-01-01T00:00:00.000Z' }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('each chooses what comes in', async () => {
  const { store, as } = world
  const before = told(await inboxOf(as.owner))
  expect(before.some((one) => one.startsWith('owned'))).toBe(true)
  await store.apply(as.owner, 'choose-inbox', { owned: false })
  expect(told(await inboxOf(as.owner))).toEqual(before.filter((one) => !one.startsWith('owned')))
  await store.apply(as.owner, 'choose-inbox', { owned: true })
  expect(told(await inboxOf(as.owner))).toEqual(before)
  expect((await store.reader(as.owner).list('inbox', {})).data).toHaveLength(1)
  expect(
    (await store.reader(as.viewer).list('inbox', {})).data.map((row) => row['memberId']),
  ).toEqual([as.viewer.id])
})

test('it goes on where a page ends, and what lies in the trash is not told', async () => {
  const { store, as } = world
  const need = await world.make('create-need', { title: 'Long' })
  for (let at = 0; at < 5; at++) {
    await say(as.editor, need.ref, `Part ${at}, @The contributor`)
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
  const all = told(await inboxOf(as.contributor)).filter((one) => one.includes('Part'))
  const first = await inboxOf(as.contributor, { limit: 2 })
  const second = await inboxOf(as.contributor, { limit: 2, before: first.before })
  const third = await inboxOf(as.contributor, { limit: 1, before: second.before })
  expect([first, second, third].flatMap(told)).toEqual(all)
  await store.apply(as.editor, 'remove-need', { id: need.id })
  expect(told(await inboxOf(as.contributor)).join()).not.toContain('Part')
})
