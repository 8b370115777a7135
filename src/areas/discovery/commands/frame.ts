import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { choice, number, ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { scopeOf } from '../../people/index.ts'
import { feedback } from '../records/feedback.ts'
import { insight } from '../records/insight.ts'
import { need } from '../records/need.ts'
import { quote } from '../records/quote.ts'
import { cut, homeOf } from './quoting.ts'
import { sentence } from '../../../engine/words.ts'
import { noRecord } from '../../../engine/refusals.ts'

/** From what was said to what is needed in one stroke: the quote, the need if it is new, the link, the verdict. */
export const frame = command({
  name: 'frame',
  says: 'Quote a passage and say what it shows',
  on: 'feedback',
  input: {
    id: ref({
      label: 'Id',
      to: 'quote',
      help: 'UUID version 7 of a new quote, made by the client',
    }),
    feedbackId: ref({ label: 'Feedback', to: 'feedback', help: 'With a passage of it' }),
    start: number({
      label: 'From',
      whole: true,
      min: 0,
      unit: 'characters',
      unitOfOne: 'character',
    }),
    end: number({ label: 'To', whole: true, min: 1, unit: 'characters', unitOfOne: 'character' }),
    quote: ref({ label: 'Quote', to: 'quote', help: 'One that is there, instead of a passage' }),
    relation: choice({
      label: 'It',
      options: { supports: 'Supports', contradicts: 'Contradicts' },
      help: 'Supports without it',
    }),
    to: text({ label: 'Need or insight', max: 64, help: 'Its ref, such as NEED-42' }),
    need: text({ label: 'New need', max: 300, help: 'Its title' }),
    insight: text({ label: 'New insight', max: 300, help: 'Its title' }),
    state: choice({
      label: 'State',
      options: feedback.fields.state.options,
      help: 'What becomes of the feedback in the same step',
    }),
  },
  may: 'contributor',
  decide: async (given, scene) => {
    const { home, from, changes } = await passageOf(given, scene)
    const to = await target(given, home, scene)
    const link = await linked(from, given.relation ?? 'supports', to, scene)
    const verdict: readonly Change[] =
      given.state === undefined || given.state === null || home['state'] === given.state
        ? []
        : [{ op: 'update', record: 'feedback', id: home.id, patch: { state: given.state } }]
    return {
      changes: [...changes, ...to.changes, ...link, ...verdict],
      result: { quote: from, [to.record]: to.id },
    }
  },
})

interface Given {
  readonly id?: string | null | undefined
  readonly feedbackId?: string | null | undefined
  readonly start?: number | null | undefined
  readonly end?: number | null | undefined
  readonly quote?: string | null | undefined
  readonly to?: string | null | undefined
  readonly need?: string | null | undefined
  readonly insight?: string | null | undefined
}

/** The quote that is there, or a new one of the passage; and the feedback it is of. */
async function passageOf(
  given: Given,
  scene: Scene,
): Promise<{
  readonly home: Row
  readonly from: string
  readonly changes: readonly Change[]
}> {
  if (isGiven(given.quote)) {
    const row = await present(quote, given.quote, scene)
    return { home: await homeOf(row['feedbackId'], scene), from: row.id, changes: [] }
  }
  const { feedbackId, start, end } = given
  if (!isGiven(feedbackId) || !isGiven(start) || !isGiven(end))
    throw invalid('A passage is missing. Give a feedback with from and to, or a quote.', [
      { at: isGiven(feedbackId) ? 'end' : 'feedbackId', says: 'Say what is quoted.' },
    ])
  const home = await present(feedback, feedbackId, scene)
  const from = given.id ?? scene.newId()
  const row = { feedbackId: home.id, ...cut(String(home['text']), start, end) }
  return { home, from, changes: [{ op: 'create', record: 'quote', id: from, row }] }
}

interface Target {
  readonly record: 'need' | 'insight'
  readonly id: string
  readonly changes: readonly Change[]
}

/** What the passage speaks of: one that is there, or a new one that is seen by whoever sees the feedback. */
async function target(given: Given, home: Row, scene: Scene): Promise<Target> {
  const named = (['to', 'need', 'insight'] as const).filter((name) => isGiven(given[name]))
  const [which] = named
  if (which === undefined || named.length > 1)
    throw invalid('Say one thing that the passage shows.', [
      { at: which ?? 'to', says: 'Give a need or insight, a new need, or a new insight.' },
    ])
  if (which === 'to') {
    const found = await scene.reader.find(String(given.to))
    if (found?.record !== need.name && found?.record !== insight.name)
      throw invalid(
        found === undefined
          ? noRecord(String(given.to))
          : sentence('A quote shows nothing of {ref}, which is no need and no insight.', {
              ref: found.row.ref,
            }),
        [{ at: 'to', says: 'Name a need or an insight by its ref, such as NEED-42.' }],
      )
    return {
      record: found.record === need.name ? 'need' : 'insight',
      id: found.row.id,
      changes: [],
    }
  }
  const id = scene.newId()
  const kind = which === 'need' ? { kind: need.fields.kind.default } : {}
  const row = { ...scopeOf(home), ...kind, title: given[which] }
  return { record: which, id, changes: [{ op: 'create', record: which, id, row }] }
}

/** The link, unless it is there. */
async function linked(
  from: string,
  relation: 'supports' | 'contradicts',
  to: Target,
  scene: Scene,
): Promise<readonly Change[]> {
  const there = (await scene.reader.links([from])).some(
    (one) => one['fromId'] === from && one['relation'] === relation && one['toId'] === to.id,
  )
  if (there) return []
  const row = {
    fromKind: quote.name,
    fromId: from,
    relation,
    toKind: to.record,
    toId: to.id,
    polarity: relation === 'supports' ? 'for' : 'against',
    strength: null,
    note: null,
  }
  return [{ op: 'create', record: 'link', id: scene.newId(), row }]
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined && value !== ''
