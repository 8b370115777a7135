import type { Place } from '../../../engine/problem.ts'
import { sentence, type Words } from '../../../engine/words.ts'
import { answersIn, kindIn } from './odds.ts'

type Plain = Readonly<Record<string, unknown>>

/** What came of a prediction, as it is kept: a number, or the day on which it came. */
export interface Outcome {
  readonly came: number | null
  /** Of a date: null where it had not come by the day on which it is resolved. */
  readonly cameOn: string | null
}

/** What is given as the outcome, made into what is kept; or what does not fit, each with what would. */
export function outcomeOf(
  prediction: Plain,
  { came, cameOn }: { readonly came?: number | null; readonly cameOn?: string | null },
): Outcome | readonly Place[] {
  switch (kindIn(prediction)) {
    case 'binary':
      return came === 0 || came === 1
        ? { came, cameOn: cameOn ?? null }
        : [{ at: 'came', says: '1 where it came true, 0 where it did not.' }]
    case 'choice': {
      const count = answersIn(prediction).length
      return typeof came === 'number' && Number.isInteger(came) && came >= 0 && came < count
        ? { came, cameOn: cameOn ?? null }
        : [
            {
              at: 'came',
              says: sentence('The place of the answer that came, from 0 to {last}.', {
                last: Math.max(0, count - 1),
              }),
            },
          ]
    }
    case 'quantity':
      return typeof came === 'number'
        ? { came, cameOn: cameOn ?? null }
        : [{ at: 'came', says: 'Give the number that came.' }]
    case 'date':
      if (typeof cameOn === 'string') return { came: 1, cameOn }
      return came === 0
        ? { came: 0, cameOn: null }
        : [{ at: 'cameOn', says: 'Give the day on which it came, or 0 where it had not come yet.' }]
  }
}

export const isOutcome = (given: Outcome | readonly Place[]): given is Outcome =>
  !Array.isArray(given)

/** What came, in a few words. */
export function cameSaid(prediction: Plain, words: Words): string {
  const { came, cameOn } = prediction
  switch (kindIn(prediction)) {
    case 'binary':
      return came === 1 ? words.say('came true') : words.say('did not')
    case 'choice':
      return answersIn(prediction)[Number(came)] ?? ''
    case 'quantity':
      return measured(Number(came), prediction['unit'], words)
    case 'date':
      return typeof cameOn === 'string' ? cameOn : words.say('not by the day')
  }
}

/** A number with the unit that its prediction has. */
export const measured = (value: number, unit: unknown, words: Words): string => {
  const said = words.number(value, { maximumFractionDigits: 2 })
  return typeof unit === 'string' && unit !== '' ? `${said}\u00a0${unit}` : said
}
