import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present, settle } from '../../../engine/crud.ts'
import { date, number, ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { idea } from '../records/idea.ts'
import { tripwire } from '../records/tripwire.ts'
import { selfOf, settles } from './settling.ts'

const input = {
  id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
  idea: ref({ label: 'Idea', to: 'idea', required: true }),
  sentence: { ...decision.fields.sentence, help: 'That it is not now, without it' },
  reasons: text({ label: 'Reasons', max: 20_000, lines: 'many', required: true }),
  votes: number({ label: 'Votes', min: 0, help: 'It comes back with more votes than this' }),
  feedback: number({
    label: 'Feedback',
    min: 0,
    help: 'It comes back when more feedback than this asks for it',
  }),
  revenue: number({
    label: 'Revenue',
    min: 0,
    help: 'It comes back when those who ask bring more than this',
  }),
  segment: text({
    label: 'Segment',
    max: 120,
    help: 'Votes, feedback and revenue are counted in it; everybody’s without it',
  }),
  day: date({ label: 'Day', help: 'It comes back on this day' }),
  metricId: ref({ label: 'Metric', to: 'metric', help: 'It comes back when the metric says so' }),
  metricAbove: number({ label: 'Above', help: 'The metric rises above this' }),
  metricBelow: number({ label: 'Below', help: 'The metric falls below this' }),
} as const

/**
 * A conditional no: the idea is withdrawn with the reasons, and with what would bring it back. When that
 * comes, the idea returns with the reasons beside it.
 */
export const refuseIdea = command({
  name: 'refuse-idea',
  says: 'Refuse an idea, and say what would bring it back',
  on: 'idea',
  input,
  may: 'editor',
  decide: async ({ id, idea: named, sentence: said, reasons, ...when }, scene) => {
    const from = await present(idea, named, scene)
    if (from['state'] === 'withdrawn')
      throw invalid(sentence('{ref} is withdrawn already.', { ref: from.ref }), [
        { at: 'idea', says: 'An idea that is open or chosen.' },
      ])
    if (reasons.trim() === '')
      throw invalid('A no says why.', [{ at: 'reasons', says: 'This must be given.' }])
    const conditions = conditionsOf(when, scene)
    if (conditions.length === 0)
      throw invalid('A conditional no says what would bring the idea back.', [
        { at: 'day', says: 'Give a day, or a number of votes, feedback or revenue.' },
      ])
    const made = id ?? scene.newId()
    const title = String(from['title'])
    const row = {
      ...scopeOf(from),
      sentence: said ?? scene.words.say('Not now: {title}', { title }),
      reasons,
      door: decision.fields.door.default,
      kind: 'refusal',
      state: 'decided',
      decidedById: await selfOf(scene),
      decidedAt: scene.now,
    }
    const changes: Change[] = [
      { op: 'create', record: decision.name, id: made, row },
      settles(made, { record: idea.name, row: from }, scene),
      { op: 'update', record: idea.name, id: from.id, patch: { state: 'withdrawn' } },
    ]
    for (const one of conditions) {
      const { metricId, ...rest } = { metricId: undefined, ...one }
      const settled = await settle(tripwire, metricId === undefined ? {} : { metricId }, scene)
      const wire = {
        decisionId: made,
        ...(one.watches === 'metric' || one.watches === 'day' ? {} : { ideaId: from.id }),
        ...rest,
        ...settled,
        whenSilent: tripwire.fields.whenSilent.default,
        state: tripwire.fields.state.default,
        crossings: tripwire.fields.crossings.default,
      }
      changes.push({ op: 'create', record: tripwire.name, id: scene.newId(), row: wire })
    }
    return { changes, result: { id: made } }
  },
})

interface When {
  readonly votes?: number | null | undefined
  readonly feedback?: number | null | undefined
  readonly revenue?: number | null | undefined
  readonly segment?: string | null | undefined
  readonly day?: string | null | undefined
  readonly metricId?: string | null | undefined
  readonly metricAbove?: number | null | undefined
  readonly metricBelow?: number | null | undefined
}

interface Wire {
  readonly text: string
  readonly watches: string
  readonly comparison: 'above' | 'below'
  readonly threshold?: number
  readonly segment?: string
  readonly by?: string
  readonly metricId?: string
}

/** Each condition as a tripwire, with its words. */
function conditionsOf(when: When, { words }: Scene): readonly Wire[] {
  const segment = when.segment ?? undefined
  const counted = (watches: 'votes' | 'feedback' | 'revenue', said: string): Wire => ({
    text: segment === undefined ? said : words.say('{said}, in {segment}', { said, segment }),
    watches,
    comparison: 'above',
    threshold: when[watches] ?? 0,
    ...(segment === undefined ? {} : { segment }),
  })
  const has = (value: unknown): value is number => typeof value === 'number'
  const { votes, feedback, revenue, day, metricId } = when
  const wires = [
    has(votes) && counted('votes', words.say('More than {number} votes', { number: votes })),
    has(feedback) &&
      counted('feedback', words.say('More than {number} ask for it', { number: feedback })),
    has(revenue) &&
      counted('revenue', words.say('Those who ask bring more than {number}', { number: revenue })),
    typeof day === 'string' && {
      text: words.say('On {day} we look again', { day }),
      watches: 'day',
      comparison: 'above' as const,
      by: day,
    },
    ...(typeof metricId === 'string' ? metricWires(metricId, when, words) : []),
  ]
  return wires.filter((one): one is Wire => one !== false)
}

function metricWires(metricId: string, when: When, words: Scene['words']): readonly Wire[] {
  const { metricAbove: above, metricBelow: below } = when
  const wire = (said: string, comparison: Wire['comparison'], threshold: number): Wire => ({
    text: said,
    watches: 'metric',
    metricId,
    comparison,
    threshold,
  })
  return [
    ...(typeof above === 'number'
      ? [wire(words.say('The metric rises above {number}', { number: above }), 'above', above)]
      : []),
    ...(typeof below === 'number'
      ? [wire(words.say('The metric falls below {number}', { number: below }), 'below', below)]
      : []),
  ]
}
