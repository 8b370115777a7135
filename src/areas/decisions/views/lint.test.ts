/** The lint over a real workspace: what it finds, for whom, and that the verb it offers makes the finding go. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../../test/world.ts'
import type { Row } from '../../../engine/record.ts'
import type { Lint } from './lint.ts'
import type { NeedsObjectives } from './needs-objectives.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Brings about what only time, or a command of another day, brings about. */
async function past(text: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client(world.database.config)
  await client.connect()
  await client.query(text, [...values])
  await client.end()
}

type As = 'owner' | 'editor' | 'viewer'

const lint = async (input: object = {}, as: As = 'owner'): Promise<Lint> =>
  (await world.store.view(world.as[as], 'lint', input)) as Lint
const foundOn = async (row: Row, as: As = 'owner'): Promise<readonly string[]> =>
  (await lint({ on: row.ref }, as)).findings.map(({ rule }) => rule)
const run = (name: string, input: object) => world.store.apply(world.as.owner, name, input)
const link = (from: Row, relation: string, to: Row) =>
  world.make('link', { from: from.ref, relation, to: to.ref })

/** Does what a finding offers, with what it leaves to be given; what is found on the row then. */
async function mend(row: Row, rule: string, given: object): Promise<readonly string[]> {
  const { findings } = await lint({ on: row.ref, rule })
  const remedy = findings[0]?.remedy
  if (remedy === undefined) throw new Error(`${rule} is not found on ${row.ref}`)
  for (const { field } of remedy.asks.slice(0, 1)) expect(given).toHaveProperty(field)
  await run(remedy.command, { ...remedy.input, ...given })
  return foundOn(row)
}

async function heardNeed(title: string): Promise<Row> {
  const need = await world.make('create-need', { title })
  for (const at of [1, 2, 3, 4]) {
    const said = await world.make('create-feedback', {
      text: 'We lose the sheet behind that door.',
      source: 'mail',
      originId: `${title} ${at}`,
    })
    const quote = await world.make('create-quote', { feedbackId: said.id, start: 0, end: 17 })
    await link(quote, 'supports', need)
  }
  return need
}

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('an item in the air is mended by the link that is missing', async () => {
  const item = await world.make('create-roadmap-item', {
    title: 'Offline sheet',
    commitment: 'now',
  })
  expect(await foundOn(item)).toEqual(['item-without-evidence'])
  const need = await heardNeed('Find the sheet')
  const idea = await world.make('create-idea', { title: 'A copy on the tablet' })
  await link(idea, 'addresses', need)
  expect(await mend(item, 'item-without-evidence', { to: idea.ref })).not.toContain(
    'item-without-evidence',
  )
})

test('a need with strong evidence is mended by an idea, and then by an objective', async () => {
  const need = await heardNeed('Hand over at the end of a shift')
  expect(await foundOn(need)).toEqual(['need-without-objective'])
  const idea = await world.make('create-idea', { title: 'A page for handing over' })
  const objective = await world.make('create-objective', { title: 'Nobody stays late' })
  await link(idea, 'advances', objective)
  expect(await mend(need, 'need-without-objective', { from: idea.ref })).not.toContain(
    'need-without-objective',
  )
  expect(await foundOn(objective)).toEqual([])
})

test('an objective without an idea is mended by one that meets a need', async () => {
  const objective = await world.make('create-objective', { title: 'Every ward on one sheet' })
  expect(await foundOn(objective)).toEqual(['objective-without-need'])
  const idea = await world.make('create-idea', { title: 'One sheet' })
  await link(idea, 'addresses', await heardNeed('See all of a ward'))
  expect(await mend(objective, 'objective-without-need', { from: idea.ref })).not.toContain(
    'objective-without-need',
  )
})

test('a need worded as a solution is mended by other words', async () => {
  const need = await world.make('create-need', { title: 'Add a button to export the sheet' })
  expect(
    await mend(need, 'need-as-solution', { title: 'Take the sheet along to the other clinic' }),
  ).not.toContain('need-as-solution')
})

test('a question past its deadline, with one option, is found twice and mended one by one', async () => {
  const told = await world.store.apply(world.as.owner, 'open-decision', {
    question: 'Do we keep the paper?',
    dueOn: dayFromNow(-2),
  })
  const decision = told.changed.find(({ record }) => record === 'decision')?.row
  if (!decision) throw new Error('no decision was opened')
  await world.make('create-option', { decisionId: decision.id, title: 'Keep it' })
  expect(await foundOn(decision)).toEqual(['decision-overdue', 'one-option'])
  expect(
    await mend(decision, 'one-option', { title: 'Do nothing', isNothing: true }),
  ).not.toContain('one-option')
  expect(
    await mend(decision, 'decision-overdue', {
      sentence: 'We keep it.',
      reviewOn: dayFromNow(90),
      reasons: 'The net fails at night.',
    }),
  ).not.toContain('decision-overdue')
})

test('a decision past its review is mended by looking back', async () => {
  const decision = await world.make('create-decision', {
    sentence: 'We build the offline sheet.',
    reviewOn: dayFromNow(-1),
  })
  expect(
    await mend(decision, 'decision-past-review', { verdict: 'persevere', reasons: 'It holds.' }),
  ).not.toContain('decision-past-review')
})

test('a test without a threshold is mended by setting it', async () => {
  const experiment = await world.make('create-experiment', {
    title: 'Six nurses',
    hypothesis: 'They find the sheet without the net',
  })
  expect(await mend(experiment, 'experiment-without-threshold', { threshold: 5 })).not.toContain(
    'experiment-without-threshold',
  )
})

test('a commitment that moved without a word is mended by its sentence', async () => {
  const item = await world.make('create-roadmap-item', { title: 'Labels', commitment: 'later' })
  await run('update-roadmap-item', { id: item.ref, commitment: 'now' })
  expect(await foundOn(item)).toContain('moved-without-sentence')
  expect(
    await mend(item, 'moved-without-sentence', { sentence: 'The labels run out in spring.' }),
  ).not.toContain('moved-without-sentence')
  const other = await world.make('create-roadmap-item', { title: 'Lamps', commitment: 'later' })
  await world.store.apply(
    world.as.owner,
    'update-roadmap-item',
    { id: other.ref, commitment: 'next' },
    { cause: 'the lamps break' },
  )
  expect(await foundOn(other)).not.toContain('moved-without-sentence')
})

test('a metric that was never read is mended by a reading', async () => {
  const metric = await world.make('create-metric', { title: 'Sheets lost a week', everyDays: 1 })
  await past(`update metric set created_at = now() - interval '9 days' where id = $1`, [metric.id])
  expect(await mend(metric, 'silent-metric', { on: dayFromNow(0), value: 4 })).not.toContain(
    'silent-metric',
  )
})

test('a waived finding stands apart with its reason, and comes back once the waiver ends', async () => {
  const need = await world.make('create-need', { title: 'Implement single sign-on' })
  await run('waive', { on: need.ref, rule: 'need-as-solution', reasons: 'The law names it so.' })
  const told = await lint({ on: need.ref })
  expect(told.findings).toEqual([])
  expect(told.waived).toMatchObject([
    { rule: 'need-as-solution', reasons: 'The law names it so.', until: null },
  ])
  await run('unwaive', { on: need.ref, rule: 'need-as-solution' })
  expect(await foundOn(need)).toEqual(['need-as-solution'])
  // ended twice, nothing more happens
  expect((await run('unwaive', { on: need.ref, rule: 'need-as-solution' })).changed).toEqual([])
  // and waived once more, until a day that has passed since
  await run('waive', {
    on: need.ref,
    rule: 'need-as-solution',
    reasons: 'For now.',
    until: dayFromNow(0),
  })
  expect(await foundOn(need)).toEqual([])
  await past(`update waiver set until = $2 where on_id = $1`, [need.id, dayFromNow(-1)])
  expect(await foundOn(need)).toEqual(['need-as-solution'])
})

test('a waiver names a rule that there is, and a day to come', async () => {
  const need = await world.make('create-need', { title: 'Build a dashboard' })
  await expect(run('waive', { on: need.ref, rule: 'no-such', reasons: 'x' })).rejects.toThrow(
    'The lint has no rule "no-such".',
  )
  await expect(
    run('waive', { on: need.ref, rule: 'one-option', reasons: 'x', until: dayFromNow(-1) }),
  ).rejects.toThrow('A waiver ends on a day to come.')
})

test('of what somebody may not see nothing is found for them, and nothing is found because of it', async () => {
  const hidden = { visibility: 'people', personIds: [] }
  const secret = await world.make('create-need', {
    title: 'Add a button for the merger',
    ...hidden,
  })
  expect(await foundOn(secret)).toEqual(['need-as-solution'])
  await expect(foundOn(secret, 'viewer')).rejects.toMatchObject({ code: 'unknown' })
  const all = await lint({}, 'viewer')
  expect(JSON.stringify(all)).not.toContain('merger')
  // an idea for a need that is hidden has a need
  const idea = await world.make('create-idea', { title: 'Two logos' })
  await link(idea, 'addresses', secret)
  await past(`update idea set created_at = now() - interval '90 days' where id = $1`, [idea.id])
  expect(await foundOn(idea, 'viewer')).toEqual([])
  const { needs } = (await world.store.view(
    world.as.viewer,
    'needs-objectives',
    {},
  )) as NeedsObjectives
  expect(needs.some(({ ref }) => ref === secret.ref)).toBe(false)
})

test('it can be asked for one severity, one rule, and what is one’s own', async () => {
  const all = await lint()
  expect(all.findings.length).toBe(all.error + all.warning + all.note)
  const notes = await lint({ severity: 'note' })
  expect(notes.findings.length).toBe(all.note)
  expect([notes.error, notes.warning]).toEqual([0, 0])
  const mine = await lint({ mine: true }, 'editor')
  expect(mine.findings).toEqual([])
  const own = await world.store.apply(world.as.editor, 'create-need', { title: 'Dark mode' })
  expect((await lint({ mine: true }, 'editor')).findings.map(({ on }) => on.id)).toEqual([
    own.changed[0]?.id,
  ])
})

test('a rule that there is not, and a record that is not there, are no silence', async () => {
  await expect(lint({ rule: 'one-optoin' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(lint({ on: 'IDEA-99999' })).rejects.toMatchObject({ code: 'unknown' })
})

test('needs × objectives holds an idea where both meet, with how far it has come', async () => {
  const need = await heardNeed('Read it in the dark')
  const objective = await world.make('create-objective', { title: 'Nights without errors' })
  const result = await world.make('create-key-result', {
    objectiveId: objective.id,
    title: 'Errors a night',
  })
  const idea = await world.make('create-idea', { title: 'Larger figures' })
  await link(idea, 'addresses', need)
  await link(idea, 'advances', result)
  const read = async () => {
    const told = (await world.store.view(
      world.as.viewer,
      'needs-objectives',
      {},
    )) as NeedsObjectives
    return told.needs.find(({ ref }) => ref === need.ref)
  }
  expect((await read())?.cells).toEqual([
    { objectiveId: objective.id, ideas: [expect.objectContaining({ come: 'proposed' })] },
  ])
  await run('promote-idea', { idea: idea.ref, commitment: 'now' })
  expect((await read())?.cells[0]?.ideas[0]?.come).toBe('planned')
  expect((await read())?.sources).toBe(4)
})
