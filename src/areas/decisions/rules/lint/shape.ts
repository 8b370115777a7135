import type { Row } from '../../../../engine/record.ts'
import type { Sentence } from '../../../../engine/words.ts'
import type { RuleName } from './rule-names.ts'

/**
 * How much a finding matters. An `error` contradicts what we said ourselves: it should not wait. A
 * `warning` makes a decision worse than it has to be. A `note` is a habit worth keeping.
 */
export const severities = ['error', 'warning', 'note'] as const

export type Severity = (typeof severities)[number]

/** The record that a finding is about. */
export interface On {
  readonly record: string
  readonly id: string
  readonly ref: string
  readonly title: string
}

/** What a remedy leaves to be given: a field of its command, and of which record it takes one. */
export interface Asked {
  readonly field: string
  readonly record?: string
}

/** The verb that makes a finding go, as far as it can be filled in without whoever does it. */
export interface Remedy<S = Sentence> {
  readonly says: S
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
  readonly asks: readonly Asked[]
}

/** What a rule found on one row. It speaks of the row as "it": whoever shows it names the row. */
export interface Found {
  readonly on: On
  readonly says: Sentence
  readonly remedy: Remedy
  /** Ids of the members whose it is to mend. */
  readonly whoseIds: readonly string[]
}

export interface Finding<S = Sentence> {
  readonly severity: Severity
  readonly rule: RuleName
  readonly on: On
  readonly says: S
  /** Why it matters. */
  readonly because: S
  readonly remedy: Remedy<S>
  readonly whoseIds: readonly string[]
}

/** What a rule is called, how much it matters, and why. */
export interface About {
  readonly name: RuleName
  readonly severity: Severity
  /** What is wrong, in a few words: the heading over its findings. */
  readonly says: Sentence
  readonly because: Sentence
}

export const onRow = (record: string, row: Row): On => ({
  record,
  id: row.id,
  ref: row.ref,
  title: nameIn(row),
})

/** The words that name a row, whichever of these records it is one of. */
const nameIn = (row: Row): string => {
  const named = [row['title'], row['sentence'], row['question'], row['text']]
  return String(named.find((one) => typeof one === 'string' && one !== '') ?? row.ref)
}

/** Whoever drives it, owns it or decided it; where nobody is named, whoever made it. */
export function whoseIs(row: Row): readonly string[] {
  const named = ['driverId', 'ownerId', 'approverId', 'decidedById'].flatMap((field) =>
    typeof row[field] === 'string' ? [row[field]] : [],
  )
  return named.length === 0 ? [row.createdById] : [...new Set(named)]
}
