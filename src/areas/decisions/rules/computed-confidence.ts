import {
  countedSentence,
  sentence,
  series,
  type Sentence,
  type Words,
} from '../../../engine/words.ts'
import { ageDays, halfLifeDays, sourceOf, type Said } from '../../discovery/index.ts'
import { confidenceOf, giladMeter, type Piece } from './methods/confidence-meter.ts'

/** What speaks for an idea, as it is counted here. */
export interface Evidence {
  /** What people said that asks for it or for the needs that it addresses, with the words for where it came from. */
  readonly heard: readonly Said[]
  readonly estimates: readonly { readonly id: string; readonly at: string; readonly by: string }[]
  /** Experiments on it that have a result. */
  readonly tests: readonly { readonly id: string; readonly at: string }[]
  readonly now: string
}

/** How sure the evidence makes of an idea. */
export interface ComputedConfidence {
  /** 0 to 100. */
  readonly percent: number
  readonly says: string
  readonly kinds: readonly {
    readonly kind: string
    readonly pieces: number
    /** Of the newest, in days. */
    readonly newestDays: number
    /** What they add, of 10. */
    readonly points: number
  }[]
}

/**
 * Confidence computed from what is linked, by Gilad's meter times freshness (see `confidence-meter.ts`), with a
 * half-life of 180 days. An interview or a usability test is user evidence, a survey is market data, whatever else was
 * heard is an anecdote; an estimate is an estimate, an experiment with a result is a test. Who says the same twice is
 * one piece, and the newest of them counts.
 */
export function computedConfidence(evidence: Evidence, words: Words): ComputedConfidence {
  const pieces = piecesOf(evidence)
  const told = confidenceOf(pieces, { table: giladMeter, halfLifeDays })
  const confidence = told.kind === 'confidence' ? told.confidence : 0
  const percent = Math.round(confidence * 10)
  const points = new Map(
    told.kind === 'confidence' ? told.pieces.map((one) => [one.id, one.points] as const) : [],
  )
  const kinds = Object.keys(countedSaid).flatMap((kind) => {
    const of = pieces.filter((one) => one.kind === kind)
    return of.length === 0
      ? []
      : [
          {
            kind,
            pieces: of.length,
            newestDays: Math.max(0, Math.floor(Math.min(...of.map((one) => one.ageDays ?? 0)))),
            points: of.reduce((sum, { id }) => sum + (points.get(id) ?? 0), 0),
          },
        ]
  })
  const newest = Math.min(...kinds.map(({ newestDays }) => newestDays))
  return {
    percent,
    kinds,
    says:
      kinds.length === 0
        ? words.say('Computed {percent} %: nothing speaks for it yet.', { percent })
        : words.say('Computed {percent} %: {evidence}, the newest {days} old.', {
            percent,
            evidence: series(
              kinds.map(({ kind, pieces: count }) => words.told(countedSaid[kind as Kind](count))),
              words,
            ),
            days: words.counted(newest, '# day', '# days'),
          }),
  }
}

type Kind = 'test-results' | 'user-evidence' | 'market-data' | 'anecdotal' | 'estimates-and-plans'

/** The strongest first. */
const countedSaid: Readonly<Record<Kind, (count: number) => Sentence>> = {
  'test-results': (count) => countedSentence(count, 'one test', '# tests'),
  'user-evidence': (count) => countedSentence(count, 'one interview', '# interviews'),
  'market-data': (count) => countedSentence(count, 'one survey', '# surveys'),
  anecdotal: (count) => countedSentence(count, 'one piece of feedback', '# pieces of feedback'),
  'estimates-and-plans': (count) => countedSentence(count, 'one estimate', '# estimates'),
}

function piecesOf({ heard, estimates, tests, now }: Evidence): readonly Piece[] {
  const newest = new Map<string, Piece>()
  const add = (source: string, kind: Kind, at: string): void => {
    const id = `${kind} ${source}`
    const age = ageDays(at, now)
    const before = newest.get(id)?.ageDays ?? Infinity
    if (age < before) newest.set(id, { id, kind, ageDays: age })
  }
  for (const one of heard) add(sourceOf(one), kindOf(one.source), one.at)
  for (const { by, at } of estimates) add(by, 'estimates-and-plans', at)
  for (const { id, at } of tests) add(id, 'test-results', at)
  return [...newest.values()]
}

function kindOf(source: string | null): Kind {
  if (/interview|usability|visit/iu.test(source ?? '')) return 'user-evidence'
  return /survey/iu.test(source ?? '') ? 'market-data' : 'anecdotal'
}

/** That the confidence of an idea is typed in and not what the evidence comes to; null where nothing is typed in. */
export function overrideSaid(
  row: Readonly<Record<string, unknown>>,
  { percent }: Pick<ComputedConfidence, 'percent'>,
): Sentence | null {
  const typed = row['confidence']
  if (typeof typed !== 'number' || typed === percent) return null
  const reason = row['confidenceReason']
  return typeof reason === 'string' && reason !== ''
    ? sentence('Typed in: {typed} %. {reason}', { typed, reason })
    : sentence('Typed in: {typed} %, without a reason.', { typed })
}
