import type { Row } from '../../../engine/record.ts'
import { sentence, type Sentence } from '../../../engine/words.ts'
import { kindIn } from './odds.ts'
import type { Outcome } from './outcome.ts'

/** What the readings of a metric say came, with how that was worked out; a person resolves. */
export interface Suggested {
  readonly outcome: Outcome | null
  readonly says: Sentence
}

/** The same as it is told to whoever asks. */
export interface OutcomeSuggested {
  readonly of: { readonly id: string; readonly ref: string; readonly title: string }
  /** What seems to have come, as `resolve-prediction` takes it; null where the readings do not tell. */
  readonly came: number | null
  readonly cameOn: string | null
  /** How that was worked out. */
  readonly says: string
}

/**
 * Reads what seems to have come from a metric's readings up to the day of the prediction. A number is the
 * last reading; yes or no compares it with the threshold; a date is the first reading, since it was
 * locked, that reaches it.
 */
export function suggestedOutcome(prediction: Row, readings: readonly Row[]): Suggested {
  const by = String(prediction['resolvesOn'])
  const until = readings
    .map((row) => ({ on: String(row['on']), value: Number(row['value']) }))
    .filter(({ on }) => on <= by)
    .toSorted((left, right) => (left.on < right.on ? -1 : 1))
  const last = until.at(-1)
  if (last === undefined)
    return { outcome: null, says: sentence('The metric has no reading up to {day}.', { day: by }) }
  const kind = kindIn(prediction)
  if (kind === 'quantity')
    return {
      outcome: { came: last.value, cameOn: null },
      says: sentence('The last reading up to {day} is {value}, of {on}.', { day: by, ...last }),
    }
  const { threshold, passes } = prediction
  if (typeof threshold !== 'number' || kind === 'choice')
    return {
      outcome: null,
      says: sentence(
        'The last reading up to {day} is {value}, of {on}. Whether that is enough the rule says: no threshold is given.',
        { day: by, ...last },
      ),
    }
  const isAtMost = passes === 'at-most'
  const reaches = (value: number): boolean => (isAtMost ? value <= threshold : value >= threshold)
  if (kind === 'date') {
    const from = String(prediction['lockedAt'] ?? prediction.createdAt).slice(0, 10)
    const first = until.find(({ on, value }) => on >= from && reaches(value))
    return first === undefined
      ? {
          outcome: { came: 0, cameOn: null },
          says: isAtMost
            ? sentence('No reading up to {day} is at most {threshold}.', { day: by, threshold })
            : sentence('No reading up to {day} is at least {threshold}.', { day: by, threshold }),
        }
      : {
          outcome: { came: 1, cameOn: first.on },
          says: isAtMost
            ? sentence('The first reading of at most {threshold} is {value}, of {on}.', {
                threshold,
                ...first,
              })
            : sentence('The first reading of at least {threshold} is {value}, of {on}.', {
                threshold,
                ...first,
              }),
        }
  }
  const came = reaches(last.value) ? 1 : 0
  const given = { day: by, ...last, threshold }
  return {
    outcome: { came, cameOn: null },
    says:
      came === 1
        ? isAtMost
          ? sentence(
              'The last reading up to {day} is {value}, of {on}: at most {threshold}.',
              given,
            )
          : sentence(
              'The last reading up to {day} is {value}, of {on}: at least {threshold}.',
              given,
            )
        : isAtMost
          ? sentence(
              'The last reading up to {day} is {value}, of {on}: more than {threshold}.',
              given,
            )
          : sentence(
              'The last reading up to {day} is {value}, of {on}: less than {threshold}.',
              given,
            ),
  }
}
