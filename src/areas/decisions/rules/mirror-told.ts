import type { Row } from '../../../engine/record.ts'
import { titleOf } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { decision as decisionKind } from '../records/decision.ts'
import { lookedBack } from './looked-back.ts'
import { mirrorOf, type Mirror } from './mirror.ts'
import { aboutSaid, leaningOf, leaningSaid, mirrorSaid } from './mirror-said.ts'
import { answersIn, chancesIn, daysIn, kindIn } from './odds.ts'
import { cameSaid, measured } from './outcome.ts'
import { penaltyOf, penaltyOfSeveral, type Said } from './resolved.ts'

/** A mirror as every surface tells it: plain data, in the words of whoever asks. */
export interface MirrorTold {
  readonly says: string
  readonly stand: string
  readonly tryNext: string
  readonly resolved: number
  /** Until there are ten. */
  readonly missing: number
  readonly open: number
  readonly void: number
  readonly brier: number | null
  readonly calibration: number | null
  readonly discrimination: number | null
  readonly difficulty: number | null
  /** What the base rate said each time would score. */
  readonly logScore: number | null
  readonly sureAndWrong: number | null
  readonly skill: number | null
  readonly severalBrier: number | null
  readonly rangesHeld: number | null
  readonly rangesCounted: number | null
  readonly points: readonly {
    readonly said: number
    readonly times: number
    readonly came: number
    readonly share: number
    readonly low: number
    readonly high: number
  }[]
  readonly losses: readonly {
    readonly unit: string
    readonly n: number
    readonly pinball: number
  }[]
  readonly asked: readonly {
    readonly about: string
    readonly asks: string
    readonly n: number
    readonly brier: number | null
    readonly says: string
  }[]
  readonly next: readonly OddsTold[]
  readonly last: readonly (OddsTold & {
    readonly came: string
    readonly penalty: number | null
    readonly unit: string | null
  })[]
  readonly reviews: readonly {
    readonly id: string
    readonly ref: string
    readonly title: string
    readonly expected: string
    readonly came: string
    readonly again: string
  }[]
}

export interface OddsTold {
  readonly id: string
  readonly ref: string
  readonly question: string
  readonly day: string
  readonly youSaid: string
}

export interface MirrorRows {
  readonly predictions: readonly Row[]
  readonly odds: readonly Row[]
  readonly decisions: readonly Row[]
  readonly reviews: readonly Row[]
}

/** The mirror of `by`, told. */
export function mirrorTold(rows: MirrorRows, by: string, words: Words): MirrorTold {
  const mirror = mirrorOf(rows.predictions, rows.odds, by)
  const { title, stand, advice } = mirrorSaid(mirror, words)
  const { scores, ranges, several } = mirror
  return {
    says: title,
    stand,
    tryNext: advice,
    resolved: mirror.resolved.length,
    missing: mirror.missing,
    open: mirror.open.length,
    void: mirror.voided,
    brier: scores?.brier ?? null,
    calibration: scores?.calibration ?? null,
    discrimination: scores?.discrimination ?? null,
    difficulty: scores?.difficulty ?? null,
    logScore: scores?.log ?? null,
    sureAndWrong: scores?.refuted ?? null,
    skill: scores?.skill ?? null,
    severalBrier: several?.brier ?? null,
    rangesHeld: ranges?.held ?? null,
    rangesCounted: ranges?.n ?? null,
    points: (scores?.points ?? []).map(({ mean: _, ...point }) => point),
    losses: mirror.losses,
    asked: mirror.byAbout.map((one) => ({
      about: one.about,
      asks: aboutSaid(one.about, words),
      n: one.n,
      brier: one.scores?.brier ?? null,
      says: leaningSaid(leaningOf(one), words),
    })),
    next: mirror.open
      .slice(0, 10)
      .map((said) => oddsTold(said, said.prediction['resolvesOn'], words)),
    last: lastTold(mirror, words),
    reviews: reviewsTold(rows, words),
  }
}

const oddsTold = (said: Said, day: unknown, words: Words): OddsTold => ({
  id: said.prediction.id,
  ref: said.prediction.ref,
  question: String(said.prediction['question']),
  day: String(day ?? '').slice(0, 10),
  youSaid: oddsSaid(said, words),
})

/** What somebody gives a prediction, in a few words. */
export function oddsSaid({ prediction, odds }: Said, words: Words): string {
  switch (kindIn(prediction)) {
    case 'binary':
      return `${words.number(Number(odds['chance']), { maximumFractionDigits: 1 })}\u00a0%`
    case 'choice':
      return answersIn(prediction)
        .map((answer, at) => [answer, chancesIn(odds)[at] ?? 0] as const)
        .toSorted(([, left], [, right]) => right - left)
        .slice(0, 3)
        .map(
          ([answer, chance]) =>
            `${answer} ${words.number(chance, { maximumFractionDigits: 1 })}\u00a0%`,
        )
        .join(', ')
    case 'quantity':
      return words.say('{low} to {high}, likely {likely}', {
        low: words.number(Number(odds['low'])),
        high: words.number(Number(odds['high'])),
        likely: measured(Number(odds['likely']), prediction['unit'], words),
      })
    case 'date': {
      const days = daysIn(odds)
      return days === undefined ? '' : words.say('{low} to {high}, likely {likely}', { ...days })
    }
  }
}

const mostLast = 20

/** What the last ones cost: from 0 to 1 for chances, in the unit for ranges. */
export function lastTold(mirror: Mirror, words: Words): MirrorTold['last'] {
  const { yesNo, several, ranges } = mirror.scored
  const penalties = new Map<string, readonly [number, string | null]>([
    ...yesNo.map((one) => [one.said.prediction.id, [penaltyOf(one), null]] as const),
    ...several.map((one) => [one.said.prediction.id, [penaltyOfSeveral(one), null]] as const),
    ...ranges.map((one) => [one.said.prediction.id, [one.loss, one.unit]] as const),
  ])
  return mirror.resolved.slice(0, mostLast).map((said) => {
    const [penalty, unit] = penalties.get(said.prediction.id) ?? [null, null]
    return {
      ...oddsTold(said, said.prediction['resolvedAt'], words),
      came: cameSaid(said.prediction, words),
      penalty,
      unit,
    }
  })
}

const mostReviews = 10

function reviewsTold(
  { decisions, reviews, predictions }: MirrorRows,
  words: Words,
): MirrorTold['reviews'] {
  return lookedBack(decisions, reviews, predictions)
    .slice(0, mostReviews)
    .map(({ decision, reviews: [last], predictions: resolved }) => ({
      id: decision.id,
      ref: decision.ref,
      title: titleOf(decisionKind, decision),
      expected:
        textIn(last, 'expected') || resolved.map((one) => String(one['question'])).join('; '),
      came: textIn(last, 'came') || resolved.map((one) => cameSaid(one, words)).join('; '),
      again: textIn(last, 'again'),
    }))
}

const textIn = (row: Row | undefined, name: string): string => {
  const value = row?.[name]
  return typeof value === 'string' ? value : ''
}
