import type { RecordKind } from '../../../engine/record.ts'
import { say } from '../../../web/words/say.ts'

/** A file on its way in, as the API tells it. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly state: 'waiting' | 'checking' | 'running' | 'done' | 'refused' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly report: {
    readonly seq: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly rows: number
  } | null
  readonly problem: {
    readonly detail: string
    readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
    readonly checked?: Checked
  } | null
  readonly shape: {
    readonly format: 'csv' | 'jsonl' | 'archive'
    readonly encoding: string
    readonly dialect: { readonly delimiter: string; readonly header: boolean }
    readonly columns: readonly string[]
    readonly preview: readonly (readonly string[])[]
    readonly guesses: Readonly<
      Record<
        string,
        readonly {
          readonly field: string
          readonly column: string
          readonly sure: number
          readonly why: string
        }[]
      >
    >
    readonly dates: Readonly<Record<string, { readonly kind: string; readonly example?: string }>>
  }
}

export interface Checked {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problemCount: number
  readonly problems: readonly {
    readonly line: number
    readonly column: string
    readonly value: string
    readonly says: string
  }[]
  readonly byColumn: Readonly<Record<string, number>>
}

export const sampleOf = (entry: Import, column: string): string => {
  const at = entry.shape.columns.indexOf(column)
  const value =
    entry.shape.preview.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '') ?? ''
  return value.replace(/\s+/g, ' ').slice(0, 80)
}

export function delimiterSaid(delimiter: string): string {
  switch (delimiter) {
    case ',':
      return say('commas')
    case ';':
      return say('semicolons')
    case '\t':
      return say('tabs')
    case '|':
      return say('bars')
    // whatever else parts the cells of a file stands for itself
    default:
      return delimiter
  }
}

/** Column to field, as guessed for a record; a column that two fields want goes to the surer one. */
export function guessed(entry: Import, record: string): Readonly<Record<string, string>> {
  const taken: Record<string, string> = {}
  for (const guess of entry.shape.guesses[record] ?? [])
    if (taken[guess.column] === undefined && guess.sure >= 0.5) taken[guess.column] = guess.field
  return taken
}

/** The record whose required fields the guesses fill, with the most columns used. */
export function likeliest(kinds: readonly RecordKind[], entry: Import): string {
  const scored = kinds.map((kind) => {
    const fields = Object.values(guessed(entry, kind.name))
    const lacking = Object.entries(kind.fields).filter(
      ([name, field]) => field.required === true && !fields.includes(name),
    ).length
    const sure = (entry.shape.guesses[kind.name] ?? []).reduce((sum, guess) => sum + guess.sure, 0)
    return { name: kind.name, score: sure - lacking * 3 + (kind.origin === undefined ? 0 : 1) }
  })
  return scored.toSorted((left, right) => right.score - left.score)[0]?.name ?? ''
}
