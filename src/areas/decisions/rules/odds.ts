import type { Place } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'

type Plain = Readonly<Record<string, unknown>>

/** How a prediction can come out: yes or no, one of several, a number, a day. */
export type PredictionKind = 'binary' | 'choice' | 'quantity' | 'date'

export const kindIn = (prediction: Plain): PredictionKind =>
  (prediction['kind'] ?? 'binary') as PredictionKind

export const answersIn = (prediction: Plain): readonly string[] => textsIn(prediction['answers'])

/** The chances of several answers, in %, in the order of the answers; what is no number is NaN. */
export const chancesIn = (odds: Plain): readonly number[] =>
  textsIn(odds['chances']).map((text) => (text.trim() === '' ? Number.NaN : Number(text)))

/** What one holds a day to be: one time in ten it is earlier, as often as not, one time in ten later. */
export interface Days {
  readonly low: string
  readonly likely: string
  readonly high: string
}

export function daysIn(odds: Plain): Days | undefined {
  const { lowOn, likelyOn, highOn } = odds
  return typeof lowOn === 'string' && typeof likelyOn === 'string' && typeof highOn === 'string'
    ? { low: lowOn, likely: likelyOn, high: highOn }
    : undefined
}

/** What does not fit in the odds that are given to such a prediction, each with what would. */
export function oddsFaults(prediction: Plain, odds: Plain): readonly Place[] {
  const kind = kindIn(prediction)
  const beside = stray(kind, odds)
  if (beside.length > 0) return beside
  switch (kind) {
    case 'binary':
      return typeof odds['chance'] === 'number'
        ? []
        : [{ at: 'chance', says: 'Give a chance from 0 to 100 %.' }]
    case 'choice':
      return chanceFaults(answersIn(prediction).length, chancesIn(odds))
    case 'quantity':
      return (['low', 'likely', 'high'] as const).flatMap((at) =>
        typeof odds[at] === 'number' ? [] : [{ at, says: 'Give low, likely and high.' }],
      )
    case 'date':
      return dayFaults(odds)
  }
}

/** Which fields carry the odds of each kind. */
const fieldsOf: Readonly<Record<PredictionKind, readonly string[]>> = {
  binary: ['chance'],
  choice: ['chances'],
  quantity: ['low', 'likely', 'high'],
  date: ['lowOn', 'likelyOn', 'highOn'],
}

const isThere = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)

/** What is given of another kind would be kept and never read. */
const stray = (kind: PredictionKind, odds: Plain): readonly Place[] =>
  Object.values(fieldsOf)
    .flat()
    .filter((at) => !fieldsOf[kind].includes(at) && isThere(odds[at]))
    .map((at) => ({ at, says: 'This belongs to another kind of prediction. Leave it out.' }))

/** Percent typed by people: a hundredth of one is lost in writing thirds. */
const near = 0.1

function chanceFaults(answers: number, chances: readonly number[]): readonly Place[] {
  if (chances.length !== answers)
    return [
      {
        at: 'chances',
        says: sentence('Give one chance for each of the {answers} answers, in their order.', {
          answers,
        }),
      },
    ]
  if (chances.some((chance) => !(chance >= 0 && chance <= 100)))
    return [{ at: 'chances', says: 'Each is a number from 0 to 100.' }]
  const sum = chances.reduce((all, chance) => all + chance, 0)
  return Math.abs(sum - 100) > near
    ? [
        {
          at: 'chances',
          says: sentence('Together they are 100 %, and these are {sum} %.', {
            sum: Math.round(sum * 100) / 100,
          }),
        },
      ]
    : []
}

function dayFaults(odds: Plain): readonly Place[] {
  const days = daysIn(odds)
  if (days === undefined)
    return (['lowOn', 'likelyOn', 'highOn'] as const).flatMap((at) =>
      typeof odds[at] === 'string' ? [] : [{ at, says: 'Give an early, a likely and a late day.' }],
    )
  return [
    ...(days.low > days.likely
      ? [{ at: 'lowOn', says: sentence('At the latest on {day}.', { day: days.likely }) }]
      : []),
    ...(days.high < days.likely
      ? [{ at: 'highOn', says: sentence('At the earliest on {day}.', { day: days.likely }) }]
      : []),
  ]
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly unknown[]).map(String) : []
