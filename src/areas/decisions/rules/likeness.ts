import { few, fewestResolved, type Few } from '../../../math/few.ts'
import { median } from '../../../math/median.ts'
import { referenceClass, type Past, type ReferenceClass } from '../../../math/reference-class.ts'
import { wilson, zOf } from '../../../math/wilson.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence, type Sentence } from '../../../engine/words.ts'
import type { About } from './mirror.ts'
import { daysIn, kindIn, oddsFaults, type PredictionKind } from './odds.ts'
import { daysBetween } from './resolved.ts'

/** On how much the thing rested of which something was predicted. */
export const grades = ['tested', 'heard', 'thin'] as const
export type Grade = (typeof grades)[number]

/** Which questions count as alike. */
export interface Likeness {
  readonly kind: PredictionKind
  readonly about?: About
  readonly grade?: Grade
}

/** How often that which was asked came true. */
export interface Share {
  readonly kind: 'share'
  readonly n: number
  readonly came: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** One class of questions like this one, and how they came out. */
export interface Like {
  readonly likeness: Likeness
  readonly found: Share | ReferenceClass | Few
}

export interface History {
  readonly predictions: readonly Row[]
  readonly odds: readonly Row[]
  /** What the ideas rest on, by their id. */
  readonly grades: ReadonlyMap<string, Grade>
}

/**
 * How questions like this came out here, from the narrowest class to the widest; the caller shows the
 * narrowest that has enough, and that there are others. One question counts once, whoever gave odds: what
 * was predicted is the median of what people held likely. So no person's record is in it.
 */
export function likesOf(history: History, asked: Likeness): readonly Like[] {
  const { kind, about, grade } = asked
  const classes: readonly Likeness[] = [
    ...(about !== undefined && grade !== undefined ? [asked] : []),
    ...(about !== undefined ? [{ kind, about }] : []),
    { kind },
  ]
  return classes.map((likeness) => ({ likeness, found: outcomeOf(history, likeness) }))
}

/** The narrowest class that has enough of its like. */
export const nearestLike = (likes: readonly Like[]): Like | undefined =>
  likes.find(({ found }) => found.kind !== 'few')

/** What a row rests on, by the stations that its line touches: the first is what was heard, the sixth what was tested. */
export const gradeOf = (stations: number): Grade =>
  (stations & tested) !== 0 ? 'tested' : (stations & heard) !== 0 ? 'heard' : 'thin'

const heard = 1 << 0
const tested = 1 << 5

function outcomeOf(history: History, { kind, about, grade }: Likeness): Like['found'] {
  const alike = history.predictions.filter(
    (row) =>
      row['state'] === 'resolved' &&
      kindIn(row) === kind &&
      (about === undefined || (row['about'] ?? 'other') === about) &&
      (grade === undefined || history.grades.get(String(row['ideaId'])) === grade),
  )
  if (kind === 'binary' || kind === 'choice') return shareOf(kind, alike)
  return referenceClass(
    alike.flatMap((row) => pastOf(row, history.odds)),
    80,
  )
}

/** Of one of several there is nothing to count: which of them comes has another meaning each time. */
function shareOf(kind: PredictionKind, alike: readonly Row[]): Share | Few {
  const n = kind === 'choice' ? 0 : alike.length
  if (n < fewestResolved) return few(n, fewestResolved)
  const came = alike.filter((row) => row['came'] === 1).length
  return { kind: 'share', n, came, share: came / n, ...wilson(came, n, zOf[95]) }
}

/** What was held likely, and what came: in the unit of the question, or in days since it was locked. */
function pastOf(row: Row, odds: readonly Row[]): readonly Past[] {
  const given = odds.filter(
    (one) =>
      one['predictionId'] === row.id &&
      one['isShown'] === true &&
      oddsFaults(row, one).length === 0,
  )
  const from = String(row['lockedAt'] ?? row.createdAt).slice(0, 10)
  const likely = given.flatMap((one): readonly number[] => {
    const days = daysIn(one)
    if (kindIn(row) === 'quantity') return [Number(one['likely'])]
    return days === undefined ? [] : [daysBetween(from, days.likely)]
  })
  const predicted = median(likely)
  const actual =
    kindIn(row) === 'quantity'
      ? Number(row['came'])
      : typeof row['cameOn'] === 'string'
        ? daysBetween(from, row['cameOn'])
        : Number.NaN
  return predicted === null || Number.isNaN(actual) ? [] : [{ predicted, actual }]
}

/** A class in words: "Of 14 questions like this, 6 came true (21 to 67 %)." */
export function likeSaid({ likeness, found }: Like): Sentence {
  switch (found.kind) {
    case 'few':
      return sentence(
        '{n} questions like this are resolved here; {needed} are needed to say more.',
        {
          n: found.n,
          needed: found.needed,
        },
      )
    case 'share':
      return sentence(
        'Of {n} questions like this, {came} came true: {share} %, in the long run {low} to {high} %.',
        {
          n: found.n,
          came: found.came,
          share: Math.round(found.share * 100),
          low: Math.round(found.low * 100),
          high: Math.round(found.high * 100),
        },
      )
    case 'ratios': {
      const given = {
        n: found.n,
        median: Math.round(found.median * 100),
        low: Math.round(found.low * 100),
        high: Math.round(found.high * 100),
      }
      return likeness.kind === 'date'
        ? sentence(
            '{n} like this took {median} % of the time that was held likely; eight in ten, {low} to {high} %.',
            given,
          )
        : sentence(
            '{n} like this reached {median} % of what was held likely; eight in ten, {low} to {high} %.',
            given,
          )
    }
  }
}
