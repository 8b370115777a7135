import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../../../test/refusal.ts'
import { openWorld, type World } from '../../../../test/world.ts'
import { must } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'

let world: World
let criteria: readonly Row[] = []
let model: Row

beforeAll(async () => {
  world = await openWorld()
  const { changed } = await world.store.apply(world.as.editor, 'add-model', {
    method: 'value-effort',
  })
  const rows = changed.flatMap(({ row }) => row ?? [])
  model = must(rows.find((row) => row.ref.startsWith('MODEL')))
  criteria = rows.filter((row) => row.ref.startsWith('CRIT'))
})
afterAll(() => world.close())

test('what a round asks about stays until it is shown, whether or not somebody has answered', async () => {
  const { store, as, make } = world
  const free = await make('create-idea', { title: 'Asked about by nobody' })
  const asked = await make('create-idea', { title: 'Asked about' })
  const made = await store.apply(as.editor, 'open-round', {
    title: 'Not to be told',
    modelId: model.id,
    ideaIds: [asked.id],
    raterIds: [as.editor.id, as.contributor.id],
  })
  const round = must(made.changed[0]?.row)
  const says = (ref: string): string =>
    `${ref} waits for the answers of ${round.ref}. Close that blind round first, or wait until all are in.`
  const first = must(criteria[0])
  for (const answer of ['none', 'one']) {
    if (answer === 'one')
      await store.apply(as.editor, 'rate', { idea: asked.id, criterion: first.id, likely: 5 })
    for (const [verb, row] of [
      ['remove-idea', asked],
      ['remove-scoring-model', model],
      ['remove-criterion', first],
    ] as const)
      expect(await refusal(store.apply(as.owner, verb, { id: row.ref }))).toMatchObject({
        code: 'denied',
        message: says(row.ref),
        places: [],
      })
    expect(
      (await refusal(store.apply(as.owner, 'trash-ideas', { ids: [asked.ref] }))).message,
    ).toBe(says(asked.ref))
  }
  const many = await store.apply(as.owner, 'trash-ideas', { ids: [free.id, asked.ref, 'IDEA-999'] })
  expect(many.changed.map(({ id }) => id)).toEqual([free.id])
  expect(many.result).toMatchObject({ changed: 1, refusedInAll: 2 })
  expect(many.result['refused']).toContainEqual({
    id: asked.id,
    ref: asked.ref,
    says: says(asked.ref),
  })

  await store.apply(as.editor, 'close-round', { round: round.ref })
  await store.apply(world.system, 'show-rounds', {})
  const { count } = await store.apply(as.owner, 'remove-idea', { id: asked.ref })
  expect(count).toBe(2)
})

test('a decision, its options and a prediction stay while they are asked about', async () => {
  const { store, as, make } = world
  const decision = await make('open-decision', { question: 'Which way?', door: 'one-way' })
  const [option] = await store.reader(as.owner).by('option', 'decisionId', [decision.id])
  const prediction = await make('create-prediction', {
    question: 'Will it come?',
    kind: 'binary',
    rule: 'It is there',
    resolvesOn: '2099-01-01',
  })
  for (const [field, about, verb, row] of [
    ['decisionId', decision, 'remove-decision', decision],
    ['decisionId', decision, 'remove-option', must(option)],
    ['predictionId', prediction, 'remove-prediction', prediction],
  ] as const) {
    const round = await make('open-round', {
      title: 'Blind',
      [field]: about.id,
      raterIds: [as.editor.id],
    })
    expect((await refusal(store.apply(as.owner, verb, { id: row.ref }))).message).toContain(
      `${row.ref} waits for the answers of ${round.ref}.`,
    )
    await store.apply(as.owner, 'close-round', { round: round.ref })
    await store.apply(world.system, 'show-rounds', {})
    await store.apply(as.owner, verb, { id: row.ref })
    if (verb === 'remove-decision') await store.apply(as.owner, 'restore-decision', { id: row.id })
  }
})

test('an idea goes though a round asks about it that one may not see, rated or not', async () => {
  const { store, as, make } = world
  const mine = await store.apply(as.editor, 'add-model', { method: 'ice' })
  const [drafted] = mine.changed
  await store.apply(as.editor, 'update-scoring-model', { id: must(drafted).id, draft: true })
  const [first] = await store.reader(as.editor).by('criterion', 'modelId', [must(drafted).id])
  for (const answer of ['none', 'one']) {
    const idea = await make('create-idea', { title: `Answered by ${answer}` })
    await store.apply(as.editor, 'open-round', {
      title: 'Out of sight',
      modelId: must(drafted).id,
      ideaIds: [idea.id],
      raterIds: [as.editor.id],
    })
    if (answer === 'one')
      await store.apply(as.editor, 'rate', { idea: idea.id, criterion: must(first).id, likely: 5 })
    const { count, changed } = await store.apply(as.owner, 'remove-idea', { id: idea.ref })
    expect([count, changed.map(({ id }) => id)]).toEqual([1, [idea.id]])
    await store.apply(as.owner, 'restore-idea', { id: idea.id })
    expect(await store.reader(as.editor).by('rating', 'ideaId', [idea.id])).toHaveLength(
      answer === 'one' ? 1 : 0,
    )
  }
})
