import type { ProseNode } from '../../../engine/field.ts'
import { plainOf } from '../../../engine/prose.ts'
import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { daysBetween, inForceDays, type Look } from './decided-days.ts'
import { isInForce, isOpen } from './decided-text.ts'

/** What a decision says by itself. */
export function headOf(decision: Row) {
  const context = decision['context']
  return {
    id: decision.id,
    ref: decision.ref,
    sentence: textOf(decision['sentence']),
    question: textOf(decision['question']),
    door: String(decision['door'] ?? 'two-way'),
    kind: String(decision['kind'] ?? 'choice'),
    state: String(decision['state'] ?? 'decided'),
    context: typeof context === 'object' && context !== null ? plainOf(context as ProseNode) : null,
    reasons: textOf(decision['reasons']),
    consequences: textOf(decision['consequences']),
    premortem: textOf(decision['premortem']),
    more: textOf(decision['more']),
    dueOn: textOf(decision['dueOn']),
    otherwise: textOf(decision['otherwise']),
    openedAt: textOf(decision['openedAt']),
    decidedAt: textOf(decision['decidedAt']),
    reviewOn: textOf(decision['reviewOn']),
    evidenceSeq: numberOf(decision['evidenceSeq']),
    evidenceHash: textOf(decision['evidenceHash']),
  }
}

/** How the decision stands today, in a sentence. */
export function standingSays(
  decision: Row,
  [next]: readonly Look[],
  { now, endedAt, words }: { now: string; endedAt: string | null; words: Words },
): string {
  if (isOpen(decision)) {
    const due = textOf(decision['dueOn'])
    if (due === null) return words.say('Open, without a day by which it is decided.')
    const days = daysBetween(now.slice(0, 10), due)
    if (days < 0) return words.counted(-days, 'It was due # day ago.', 'It was due # days ago.')
    return days === 0
      ? words.say('It is due today.')
      : words.counted(days, 'It is due in # day.', 'It is due in # days.')
  }
  const days = inForceDays(decision, endedAt, now)
  if (!isInForce(decision))
    return days === null
      ? words.say('It is no longer in force.')
      : words.counted(days, 'It was in force for # day.', 'It was in force for # days.')
  const held =
    decision['state'] === 'under-review'
      ? words.say('Under review.')
      : days === null
        ? words.say('In force.')
        : words.say('In force, day {number}.', { number: days })
  return next === undefined
    ? held
    : `${held} ${words.say('We look again on {day}: {what}', { day: next.on, what: next.says })}`
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
