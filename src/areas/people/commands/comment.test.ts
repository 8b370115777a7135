import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Actor } from '../../../engine/access.ts'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const say = async (as: Actor, on: string, text: string, more: object = {}): Promise<Row> => {
  const made = await world.store.apply(as, 'comment', { on, text, ...more })
  return must(must(made.changed.find(({ record }) => record === 'comment')).row)
}
const comments = async (as: Actor, on: string): Promise<readonly string[]> =>
  (await world.store.reader(as).list('comment', { filter: { onId: { in: [on] } } })).data.map(
    (row) => String(row['text']),
  )

test('nobody comments on what is not there, a viewer on nothing, and nobody on a link', async () => {
  const need = await world.make('create-need', { title: 'To be spoken of' })
  const { as } = world
  await expect(say(as.owner, 'NEED-999', 'hello')).rejects.toMatchObject({ code: 'unknown' })
  await expect(say(as.viewer, need.ref, 'hello')).rejects.toMatchObject({ code: 'denied' })
  await expect(say(as.owner, need.ref, '')).rejects.toMatchObject({ code: 'invalid' })
  const objective = await world.make('create-objective', { title: 'An aim' })
  const idea = await world.make('create-idea', { title: 'An idea' })
  await world.make('link', { from: idea.ref, relation: 'advances', to: objective.ref })
  const [link] = (await world.store.reader(as.owner).list('link', {})).data
  await expect(say(as.owner, must(link).id, 'hello')).rejects.toMatchObject({
    code: 'invalid',
    message: `Nobody can comment on ${must(link).ref}.`,
  })
})

test('a comment stands on its record, and an answer to an answer in the same thread', async () => {
  const need = await world.make('create-need', { title: 'Spoken of' })
  const { as } = world
  const first = await say(as.contributor, need.ref, 'Is this still so?')
  const answer = await say(as.editor, first.ref, 'It is.')
  const second = await say(as.contributor, answer.ref, 'Good.')
  expect(first).toMatchObject({ onKind: 'need', onId: need.id, threadId: null })
  expect([answer['threadId'], second['threadId']]).toEqual([first.id, first.id])
  expect([answer['onId'], second['onId']]).toEqual([need.id, need.id])
  expect(first.ref).toMatch(/^CMT-\d+$/)
  expect(await comments(as.viewer, need.ref)).toHaveLength(3)
})

test('whoever is called by name or chosen is mentioned, the longest name first, its author never told', async () => {
  const ana = await world.make('create-member', {
    name: 'Ana',
    email: 'a@x.example',
    role: 'viewer',
  })
  const lindt = await world.make('create-member', {
    name: 'Ana Lindt',
    email: 'al@x.example',
    role: 'viewer',
  })
  const need = await world.make('create-need', { title: 'To be asked about' })
  const said = await say(
    world.as.editor,
    need.ref,
    'What do you think, @Ana Lindt? write to info@Ana',
    { mentionIds: [world.as.viewer.id, world.as.editor.id] },
  )
  expect(said['mentionIds']).toEqual([world.as.viewer.id, world.as.editor.id, lindt.id])
  expect(said['told']).toEqual([
    `mention ${world.as.viewer.id}`,
    `mention ${lindt.id}`,
    `owned ${world.as.owner.id}`,
  ])
  const other = await say(world.as.editor, need.ref, '@Ana, you too')
  expect(other['mentionIds']).toEqual([ana.id])
})

test('whoever takes part hears of answers, whoever follows of comments, whoever wants no more of neither', async () => {
  const need = await world.make('create-need', { title: 'Followed' })
  const { as } = world
  await world.store.apply(as.viewer, 'follow', { on: need.ref })
  await world.store.apply(as.owner, 'unfollow', { on: need.ref })
  const first = await say(as.contributor, need.ref, 'A question')
  expect(first['told']).toEqual([`followed ${as.viewer.id}`])
  const answer = await say(as.editor, first.ref, 'An answer')
  expect(answer['told']).toEqual([`answer ${as.contributor.id}`, `followed ${as.viewer.id}`])
  await world.store.apply(as.contributor, 'unfollow', { on: need.ref })
  const next = await say(as.editor, first.ref, 'Another answer, @Ingrid Solheim')
  expect(next['told']).toEqual([`mention ${as.owner.id}`, `followed ${as.viewer.id}`])
})

test('only its author changes its words; its author or an admin takes it away; whoever it mentions then is told', async () => {
  const need = await world.make('create-need', { title: 'Reworded' })
  const { store, as } = world
  const said = await say(as.contributor, need.ref, 'First words')
  const change = (who: Actor) =>
    store.apply(who, 'update-comment', { id: said.ref, text: 'Other words, @The editor' })
  for (const who of [as.editor, as.admin])
    await expect(change(who)).rejects.toMatchObject({ code: 'denied' })
  const { changed } = await change(as.contributor)
  expect(changed[0]?.row).toMatchObject({
    text: 'Other words, @The editor',
    mentionIds: [as.editor.id],
    told: [`mention ${as.editor.id}`, `owned ${as.owner.id}`],
  })
  await expect(store.apply(as.editor, 'remove-comment', { id: said.ref })).rejects.toMatchObject({
    code: 'denied',
  })
  await store.apply(as.admin, 'remove-comment', { id: said.ref })
  expect(await comments(as.owner, need.ref)).toEqual([])
})

test('who was meant of several with one name stays the one who is meant', async () => {
  const need = await world.make('create-need', { title: 'For one Kim' })
  const named = (email: string) =>
    world.make('create-member', { name: 'Kim Lee', email, role: 'viewer' })
  await named('one@kim.example')
  const meant = await named('two@kim.example')
  const said = await say(world.as.editor, need.ref, '@Kim Lee, look', { mentionIds: [meant.id] })
  expect(said['mentionIds']).toEqual([meant.id])
  const again = await world.store.apply(world.as.editor, 'update-comment', {
    id: said.id,
    text: 'Please look, @Kim Lee',
  })
  expect(again.changed[0]?.row?.['mentionIds']).toEqual([meant.id])
})

test('an editor who puts a record in the trash needs no right over what others said about it', async () => {
  const need = await world.make('create-need', { title: 'On its way out' })
  await say(world.as.contributor, need.ref, 'Not yet')
  await world.store.apply(world.as.editor, 'remove-need', { id: need.ref })
  await expect(say(world.as.owner, need.ref, 'Too late')).rejects.toMatchObject({ code: 'unknown' })
  await world.store.apply(world.as.editor, 'restore-need', { id: need.id })
  expect(await comments(world.as.viewer, need.ref)).toEqual(['Not yet'])
})

test('what stands on a record is hidden with it: from lists, search, history, and from whoever is mentioned', async () => {
  const { store, as } = world
  const need = await world.make('create-need', { title: 'Secret', draft: true })
  const said = await say(as.owner, need.ref, 'The canaryword, @The viewer')
  const reader = store.reader(as.viewer)
  expect(await comments(as.viewer, need.id)).toEqual([])
  expect(await reader.get('comment', said.ref)).toBeUndefined()
  expect(await reader.find(said.id)).toBeUndefined()
  expect((await reader.list('comment', { q: 'canaryword' })).data).toEqual([])
  expect((await store.reader(as.owner).list('comment', { q: 'canaryword' })).data).toHaveLength(1)
  expect(await reader.history({ id: said.id })).toEqual([])
  expect(await reader.history({ ids: [said.id, need.id] })).toEqual([])
  expect(JSON.stringify(await store.view(as.viewer, 'inbox', {}))).not.toContain('canaryword')
  await expect(store.apply(as.editor, 'comment', { on: said.id, text: 'x' })).rejects.toMatchObject(
    { code: 'unknown' },
  )
  await expect(store.apply(as.viewer, 'follow', { on: need.id })).rejects.toMatchObject({
    code: 'unknown',
  })
  await store.apply(as.owner, 'update-need', { id: need.id, draft: false })
  expect(await comments(as.viewer, need.id)).toHaveLength(1)
  expect(JSON.stringify(await store.view(as.viewer, 'inbox', {}))).toContain('canaryword')
})

test('a comment is taken back by undo, with the following that came with it', async () => {
  const { store, as } = world
  const need = await world.make('create-need', { title: 'Undone' })
  const { seq } = await store.apply(as.contributor, 'comment', { on: need.ref, text: 'Never mind' })
  await store.undo(as.contributor, seq)
  expect(await comments(as.owner, need.ref)).toEqual([])
  expect(await store.reader(as.owner).by('follower', 'onId', [need.id])).toEqual([])
})

test('an API key comments, and follows nothing', async () => {
  const { store, as } = world
  const need = await world.make('create-need', { title: 'Spoken of by a program' })
  const made = await store.apply(as.owner, 'create-key', { name: 'A program', role: 'contributor' })
  const program = must(await store.identity.byKey(String(made.result['secret'])))
  await say(program, need.ref, 'Deployed')
  expect(await store.reader(as.owner).by('follower', 'onId', [need.id])).toEqual([])
  await expect(store.apply(program, 'follow', { on: need.ref })).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(store.apply(program, 'mark-read', {})).rejects.toMatchObject({ code: 'denied' })
})

test('what an admin took away its author does not put back, and what the author took away they do', async () => {
  const need = await world.make('create-need', { title: 'Said too much of' })
  const { store, as } = world
  const { id } = await say(as.contributor, need.ref, 'Too much')
  const on = (who: Actor, verb: string) => store.apply(who, `${verb}-comment`, { id })
  await on(as.contributor, 'remove')
  await on(as.contributor, 'restore')
  await on(as.admin, 'remove')
  await expect(on(as.contributor, 'restore')).rejects.toMatchObject({
    code: 'denied',
    message: `${as.admin.name} took this away. Only an admin can put it back: ask one of them.`,
  })
  expect(await comments(as.owner, need.id)).toEqual([])
  await on(as.owner, 'restore')
  expect(await comments(as.owner, need.id)).toEqual(['Too much'])
  await on(as.contributor, 'remove')
  await on(as.contributor, 'restore')
  expect(await comments(as.owner, need.id)).toEqual(['Too much'])
})
