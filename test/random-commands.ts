import fc from 'fast-check'
import type { Actor } from '../src/engine/access.ts'
import { Problem } from '../src/engine/problem.ts'
import type { Outcome, Store } from '../src/store/store.ts'

/** One thing that somebody does, as numbers: which of the rows made so far it is about is decided when it is run. */
export interface Step {
  readonly verb: Verb
  readonly at: number
  readonly to: number
  readonly value: number
  /** At the same moment as the step before it. */
  readonly together: boolean
}

/** What came of a run: what was written, what was refused, and why. */
export interface Played {
  readonly seqs: readonly number[]
  readonly refused: readonly Problem[]
}

export const steps = (count: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record({
      verb: fc.oneof(...verbs.map(([verb, weight]) => ({ weight, arbitrary: fc.constant(verb) }))),
      at: fc.nat(40),
      to: fc.nat(40),
      value: fc.nat(12),
      together: fc.boolean(),
    }),
    { minLength: count, maxLength: count },
  )

/**
 * Does steps as one actor, those that go together at once. A refusal is part of life and is collected;
 * anything else that goes wrong is thrown. `between` is called after each set of steps, with what the
 * last of them wrote.
 */
export async function play(
  store: Store,
  actor: Actor,
  given: readonly Step[],
  between: (last: Outcome | undefined) => Promise<void> = () => Promise.resolve(),
): Promise<Played> {
  const rows = new Map<string, string[]>()
  const seqs: number[] = []
  const refused: Problem[] = []
  let last: Outcome | undefined
  const one = async (step: Step): Promise<void> => {
    last = undefined
    const asked = askedBy(step, rows, seqs)
    if (asked === undefined) return
    try {
      const outcome =
        'undo' in asked
          ? await store.undo(actor, asked.undo)
          : await store.apply(actor, asked.command, asked.input)
      last = outcome
      if (outcome.seq > 0) seqs.push(outcome.seq)
      for (const { op, record, id } of outcome.changed)
        if (op === 'create') rows.set(record, [...(rows.get(record) ?? []), id])
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push(error)
    }
  }
  for (const step of beginnings) await one(step)
  for (const together of sets(given)) {
    await Promise.all(together.map(one))
    await between(last)
  }
  return { seqs: seqs.toSorted((left, right) => left - right), refused }
}

const verbs = [
  ['feedback', 3],
  ['quote', 3],
  ['insight', 1],
  ['need', 3],
  ['objective', 3],
  ['key-result', 4],
  ['idea', 3],
  ['promote', 2],
  ['decide', 1],
  ['link', 8],
  ['unlink', 2],
  ['move', 4],
  ['measure', 4],
  ['reword', 2],
  ['remove', 5],
  ['restore', 4],
  ['merge-feedback', 1],
  ['merge-ideas', 1],
  ['undo', 5],
] as const

/** Something to work on, so that the first steps are not spent on nothing. */
const beginnings: readonly Step[] = (
  [
    'feedback',
    'quote',
    'need',
    'insight',
    'objective',
    'key-result',
    'idea',
    'promote',
    'feedback',
    'quote',
    'need',
    'objective',
    'key-result',
    'idea',
  ] as const
).map((verb, at) => ({
  verb,
  at,
  to: at,
  value: 1 + (at % 9),
  together: false,
}))

type Verb = (typeof verbs)[number][0]

type Asked =
  | { readonly command: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly undo: number }

function sets(given: readonly Step[]): readonly (readonly Step[])[] {
  const found: Step[][] = []
  for (const step of given) {
    const last = found.at(-1)
    if (step.together && last !== undefined) last.push(step)
    else found.push([step])
  }
  return found
}

function askedBy(
  { verb, at, to, value }: Step,
  rows: ReadonlyMap<string, readonly string[]>,
  seqs: readonly number[],
): Asked | undefined {
  const pick = (record: string, n: number): string | undefined => {
    const ids = rows.get(record) ?? []
    return ids[n % Math.max(1, ids.length)]
  }
  const ask = (
    command: string,
    input: Readonly<Record<string, unknown>>,
    ...needed: readonly (string | undefined)[]
  ): Asked | undefined => (needed.includes(undefined) ? undefined : { command, input })
  const maybe = (name: string, record: string): Readonly<Record<string, unknown>> => {
    const id = value % 2 === 0 ? pick(record, to) : undefined
    return id === undefined ? {} : { [name]: id }
  }
  switch (verb) {
    case 'feedback':
      return ask('create-feedback', { text: `The sheet is gone ${at}`, title: `Title ${value}` })
    case 'quote':
      return ask(
        'create-quote',
        { feedbackId: pick('feedback', at), start: 0, end: 1 + value },
        pick('feedback', at),
      )
    case 'insight':
      return ask('create-insight', { title: `Finding ${at}` })
    case 'need':
      return ask('create-need', { title: `Need ${at}`, ...maybe('parentId', 'need') })
    case 'objective':
      return ask('create-objective', { title: `Aim ${at}`, ...maybe('parentId', 'objective') })
    case 'key-result':
      return ask(
        'create-key-result',
        {
          title: `Result ${at}`,
          objectiveId: pick('objective', at),
          start: 0,
          target: 10,
          ...(value === 11 ? {} : { current: value }),
        },
        pick('objective', at),
      )
    case 'idea':
      return ask('create-idea', {
        title: `Idea ${at}`,
        reach: at,
        impact: 1,
        confidence: 80,
        effort: 1 + value,
      })
    case 'promote':
      return ask('promote-idea', { idea: pick('idea', at), commitment: 'now' }, pick('idea', at))
    case 'decide': {
      const on = pick(['need', 'idea', 'objective', 'roadmap-item'][value % 4] ?? 'need', at)
      return ask('decide', { on, sentence: 'We do it' }, on)
    }
    case 'link':
    case 'unlink': {
      const [from, relation, target] = ends[value % ends.length] ?? ends[0]
      return ask(
        verb,
        { from: pick(from, at), relation, to: pick(target, to) },
        pick(from, at),
        pick(target, to),
      )
    }
    case 'move': {
      const [record, name, parent] = moves[value % moves.length] ?? moves[0]
      const target = at % 4 === 0 && record !== 'key-result' ? null : pick(parent, to)
      return ask(`update-${record}`, { id: pick(record, at), [name]: target }, pick(record, at))
    }
    case 'measure':
      return ask(
        'update-key-result',
        { id: pick('key-result', at), current: value === 12 ? null : value },
        pick('key-result', at),
      )
    case 'reword': {
      const record = ['need', 'idea', 'feedback', 'objective'][value % 4] ?? 'need'
      return ask(
        `update-${record}`,
        { id: pick(record, at), title: `Words ${to}` },
        pick(record, at),
      )
    }
    case 'remove':
    case 'restore': {
      const record = removable[value % removable.length] ?? 'need'
      return ask(`${verb}-${record}`, { id: pick(record, at) }, pick(record, at))
    }
    case 'merge-feedback':
      return ask(
        verb,
        { into: pick('feedback', at), from: [pick('feedback', to)] },
        pick('feedback', at),
        pick('feedback', to),
      )
    case 'merge-ideas':
      return ask(
        verb,
        { into: pick('idea', at), from: [pick('idea', to)] },
        pick('idea', at),
        pick('idea', to),
      )
    case 'undo': {
      const seq = seqs.at(-1 - (at % 6))
      return seq === undefined ? undefined : { undo: seq }
    }
  }
}

const ends = [
  ['quote', 'supports', 'need'],
  ['quote', 'contradicts', 'insight'],
  ['quote', 'supports', 'insight'],
  ['insight', 'supports', 'need'],
  ['feedback', 'asks-for', 'idea'],
  ['idea', 'addresses', 'need'],
  ['idea', 'advances', 'objective'],
  ['idea', 'advances', 'key-result'],
  ['decision', 'settles', 'idea'],
  ['roadmap-item', 'delivers', 'idea'],
] as const

const moves = [
  ['need', 'parentId', 'need'],
  ['objective', 'parentId', 'objective'],
  ['key-result', 'objectiveId', 'objective'],
] as const

const removable = [
  'feedback',
  'quote',
  'insight',
  'need',
  'objective',
  'key-result',
  'idea',
  'roadmap-item',
  'decision',
  'need',
  'objective',
  'idea',
] as const
