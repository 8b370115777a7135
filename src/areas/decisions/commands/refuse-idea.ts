import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present, settle } from '../../../engine/crud.ts'
import { date, number, ref, text } from '../../../engine/field.ts'
import { invalid, type Place } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { idea } from '../records/idea.ts'
import { tripwire } from '../records/tripwire.ts'
import { watchFaults } from '../rules/watch-faults.ts'
import { takenInOneGo } from './pinning.ts'
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
    const conditions = conditionsOf(when, from.id, scene)
    if (conditions.length === 0)
      throw invalid('A conditional no says what would bring the idea back.', [
        { at: 'day', says: 'Give a day, or a number of votes, feedback or revenue.' },
      ])
    const faults = faultsOf(conditions)
    if (faults.length > 0)
      throw invalid('What would bring the idea back cannot be watched as it is.', faults)
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
    const beside: readonly Change[] = [
      settles(made, { record: idea.name, row: from }, scene),
      { op: 'update', record: idea.name, id: from.id, patch: { state: 'withdrawn' } },
    ]
    const changes: Change[] = [await takenInOneGo(made, row, beside, scene), ...beside]
    for (const { wire: one } of conditions) {
      const { metricId, ...rest } = { metricId: undefined, ...one }
      const settled = await settle(tripwire, metricId === undefined ? {} : { metricId }, scene)
      const wire = {
        decisionId: made,
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
  readonly ideaId?: string
  readonly comparison: 'above' | 'below'
  readonly threshold?: number
  readonly segment?: string
  readonly by?: string
  readonly metricId?: string
}

/** A tripwire as it would be set, and the field of the input that its threshold comes from. */
interface Condition {
  readonly wire: Wire
  readonly from: keyof When
}

/** Each condition as a tripwire, with its words. */
function conditionsOf(when: When, ideaId: string, { words }: Scene): readonly Condition[] {
  const segment = when.segment ?? undefined
  const counted = (watches: 'votes' | 'feedback' | 'revenue', said: string): Condition => ({
    wire: {
      text: segment === undefined ? said : words.say('{said}, in {segment}', { said, segment }),
      watches,
      ideaId,
      comparison: 'above',
      threshold: when[watches] ?? 0,
      ...(segment === undefined ? {} : { segment }),
    },
    from: watches,
  })
  const { votes, feedback, revenue, day } = when
  const conditions = [
    has(votes) && counted('votes', words.say('More than {number} votes', { number: votes })),
    has(feedback) &&
      counted('feedback', words.say('More than {number} ask for it', { number: feedback })),
    has(revenue) &&
      counted('revenue', words.say('Those who ask bring more than {number}', { number: revenue })),
    typeof day === 'string' && {
      wire: {
        text: words.say('On {day} we look again', { day }),
        watches: 'day',
        comparison: 'above' as const,
        by: day,
      },
      from: 'day' as const,
    },
    ...metricConditions(when, words),
  ]
  return conditions.filter((one): one is Condition => one !== false)
}

/** A metric without a value, or a value without a metric, is a condition too: one that cannot be watched. */
function metricConditions(when: When, words: Scene['words']): readonly Condition[] {
  const { metricId, metricAbove: above, metricBelow: below } = when
  const named = typeof metricId === 'string' ? { metricId } : {}
  const wire = (said: string, comparison: Wire['comparison'], threshold?: number): Wire => ({
    text: said,
    watches: 'metric',
    comparison,
    ...named,
    ...(threshold === undefined ? {} : { threshold }),
  })
  const conditions: readonly (Condition | false)[] = [
    has(above) && {
      wire: wire(words.say('The metric rises above {number}', { number: above }), 'above', above),
      from: 'metricAbove',
    },
    has(below) && {
      wire: wire(words.say('The metric falls below {number}', { number: below }), 'below', below),
      from: 'metricBelow',
    },
    typeof metricId === 'string' &&
      !has(above) &&
      !has(below) && { wire: wire('', 'above'), from: 'metricAbove' },
  ]
  return conditions.filter((one): one is Condition => one !== false)
}

const has = (value: number | null | undefined): value is number => typeof value === 'number'

/** What cannot be watched, as of any tripwire, each place once and called as it is asked for here. */
function faultsOf(conditions: readonly Condition[]): readonly Place[] {
  const places = conditions.flatMap(({ wire, from }) =>
    watchFaults({ ...wire }).map(({ at, says }) => ({ at: at === 'threshold' ? from : at, says })),
  )
  return [...new Map(places.map((place) => [place.at, place])).values()]
}
