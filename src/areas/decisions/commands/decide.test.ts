import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a decision and what it settles are one commit, in the name of who decided', async () => {
  const idea = await world.make('create-idea', { title: 'Offline' })
  const done = await world.store.apply(world.as.editor, 'decide', {
    on: idea.ref,
    sentence: 'We build it',
  })
  expect(done.changed.map(({ record, op }) => [op, record])).toEqual([
    ['create', 'decision'],
    ['create', 'link'],
  ])
  expect(done.changed[0]?.row).toMatchObject({
    sentence: 'We build it',
    decidedById: world.as.editor.id,
  })
  const [link] = await world.store.reader(world.as.editor).links([idea.id])
  expect(link).toMatchObject({ relation: 'settles', fromId: done.changed[0]?.id, toId: idea.id })
})

test('a decision on a draft is as hidden as the draft', async () => {
  const idea = await world.make('create-idea', { title: 'Secret', draft: true })
  const made = await world.make('decide', { on: idea.ref, sentence: 'Not yet' })
  expect(await world.store.reader(world.as.admin).get('decision', made.id)).toBeUndefined()
  await expect(
    world.store.apply(world.as.admin, 'decide', { on: idea.ref, sentence: 'Now' }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('what was said is not decided on, and the refusal says what can be', async () => {
  const said = await world.make('create-feedback', { text: 'It hangs' })
  await expect(
    world.store.apply(world.as.editor, 'decide', { on: said.ref, sentence: 'No' }),
  ).rejects.toMatchObject({
    code: 'invalid',
    places: [
      { at: 'on', says: 'Name one of these by its ref: need, objective, idea, roadmap-item.' },
    ],
  })
})

test('every commitment that decide names has its relation', () => {
  const named = ['need', 'objective', 'idea', 'roadmap-item']
  expect(
    named.filter((to) => world.store.catalogue.relation('decision', 'settles', to) === undefined),
  ).toEqual([])
})

test('a sentence that nobody can see is none, by every verb that takes one', async () => {
  const idea = await world.make('create-idea', { title: 'A bell' })
  const item = await world.make('promote-idea', { idea: idea.id, commitment: 'later' })
  for (const sentence of ['\u200b', '\u2060 \ufeff'])
    for (const [command, input] of [
      ['decide', { on: idea.ref, sentence }],
      ['create-decision', { sentence }],
      ['change-course', { item: item.ref, commitment: 'now', sentence }],
      ['waive', { on: idea.ref, rule: 'need-as-solution', reasons: sentence }],
    ] as const)
      await expect(
        world.store.apply(world.as.editor, command, input),
        command,
      ).rejects.toMatchObject({
        code: 'invalid',
        places: [{ at: command === 'waive' ? 'reasons' : 'sentence' }],
      })
})

test('nothing is decided on a day to come, but for a day that has begun elsewhere', async () => {
  const idea = await world.make('create-idea', { title: 'A gong' })
  const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()
  const open = await world.make('open-decision', { question: 'Which gong?' })
  for (const [command, input] of [
    ['decide', { on: idea.ref, sentence: 'We do' }],
    ['create-decision', { sentence: 'We do' }],
    ['update-decision', { id: open.id }],
    ['set-decisions', { ids: [open.id] }],
  ] as const)
    await expect(
      world.store.apply(world.as.editor, command, { ...input, decidedAt: inHours(25) }),
      command,
    ).rejects.toMatchObject({ code: 'invalid', places: [{ at: 'decidedAt' }] })
  const decidedAt = inHours(20)
  expect(await world.make('decide', { on: idea.ref, sentence: 'We do', decidedAt })).toMatchObject({
    decidedAt,
  })
})
