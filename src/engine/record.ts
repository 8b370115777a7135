import { reaches, type Access } from './access.ts'
import { custom, instant, number, ref, text, type Field, type Fields, type Value } from './field.ts'
import type { Place } from './problem.ts'
import type { RowLaw } from './row-law.ts'

/** A kind of row, as plain data. Everything a surface shows of it is worked out from this. */
export interface RecordKind<F extends Fields = Fields> {
  /** Singular, kebab-case: the word in API, CLI and links. */
  readonly name: string
  readonly plural: string
  readonly says: { readonly one: string; readonly many: string; readonly what: string }
  /** Short refs are `PREFIX-n`. */
  readonly prefix: string
  /** Where it stands on the line, if it does; one of the catalogue's stations. */
  readonly station?: string
  /** The field that names a row in lists and sentences. */
  readonly title: string
  /** Stands in for an empty title. */
  readonly titleElse?: string
  /** Does a client hold all of it, or read it by the page? */
  readonly held: 'whole' | 'paged'
  readonly read: Access
  readonly create: Access
  readonly write: Access
  /** Fields that name one row to a person's file: an import finds the row by the first that fits, or makes it. */
  readonly natural?: readonly string[]
  /** The fields that say where a row came from and what it was called there: a second import finds it again by them. */
  readonly origin?: { readonly source: string; readonly id: string }
  /** Unique among the living, all present: for rows that come from elsewhere, their origin. */
  readonly unique?: readonly (readonly string[])[]
  /** The default order of its lists: a sortable field, `-` for descending. */
  readonly order: string
  /** The field whose presence folds a row under another one (a merged duplicate): lists leave it out, its ref redirects. */
  readonly foldedBy?: string
  /** The field whose presence says that a row is out of use for now: it stands beside its name. */
  readonly rests?: string
  /** So many days after they were made its rows go for good, out of history too. */
  readonly lasts?: number
  /** Its rows mean nothing elsewhere, as a key whose secret only this place knows: an archive leaves them out. */
  readonly stays?: 'here'
  /** Fields by which the place itself is known: an archive that is read into it leaves them as they are. */
  readonly staysHere?: readonly string[]
  /**
   * Each row stands for a file: its bytes are kept under its `sha256`, its `name`, `type` and `size` say what
   * they are. Named here is the command that makes one; it comes with bytes, so no other door offers it.
   */
  readonly file?: string
  /** Not offered as create, update, remove: only commands of its own write it. */
  readonly derive?: 'reading-only'
  /** Laws over one row that no single field can state. Pure. */
  readonly check?: (row: Readonly<Record<string, unknown>>) => readonly Place[]
  /** What neither an undo nor a file may come past, where commands of its own keep more than `check` can. */
  readonly law?: RowLaw
  readonly fields: F
}

/** What stands in every row before its own fields. */
export const standing = {
  ref: text({ label: 'Reference', max: 24 }),
  version: number({ label: 'Version', whole: true }),
  createdAt: instant({ label: 'Created', sort: true }),
  createdById: ref({ label: 'Created by', to: 'actor' }),
  updatedAt: instant({ label: 'Changed', sort: true }),
  removedAt: instant({ label: 'Removed' }),
  stations: number({ label: 'Line', whole: true }),
  custom: custom({ label: 'Own fields' }),
} as const satisfies Fields

export interface Standing {
  readonly id: string
  readonly ref: string
  readonly version: number
  readonly createdAt: string
  readonly createdById: string
  readonly updatedAt: string
  readonly removedAt: string | null
  /** Bit i: this row's line touches the i-th station. */
  readonly stations: number
  readonly custom: Readonly<Record<string, unknown>>
}

/** A row as it is read, of no particular record. */
export type Row = Standing & Readonly<Record<string, unknown>>

/** A row of which no more is sure to have been read than which it is and when it was written. */
export type Bare = Pick<Standing, 'id' | 'createdAt' | 'updatedAt'> &
  Readonly<Record<string, unknown>>

/** A row of one record: `RowOf<typeof need>`. */
export type RowOf<R extends RecordKind> = Standing & {
  readonly [K in keyof R['fields']]: R['fields'][K] extends { readonly required: true }
    ? Value<R['fields'][K]>
    : Value<R['fields'][K]> | null
}

export const record = <const F extends Fields>(kind: RecordKind<F>): RecordKind<F> => kind

/** Every field of a record, the standing ones first. */
export function everyField(kind: RecordKind): Readonly<Record<string, Field>> {
  const known = every.get(kind)
  if (known !== undefined) return known
  const fields = { ...standing, ...kind.fields }
  every.set(kind, fields)
  return fields
}

const every = new WeakMap<RecordKind, Readonly<Record<string, Field>>>()

/** Is a field worked out of other rows, and kept beside what was given? */
export const isKept = (kind: RecordKind, name: string): boolean =>
  name === 'stations' || kind.fields[name]?.kind === 'rollup'

/** The words that name a row to a person. */
export function titleOf(kind: RecordKind, row: Readonly<Record<string, unknown>>): string {
  const first = row[kind.title]
  if (typeof first === 'string' && first !== '') return first
  const second = kind.titleElse === undefined ? undefined : row[kind.titleElse]
  return typeof second === 'string' && second !== '' ? second : String(row['ref'] ?? '')
}

/**
 * Hangs the sight of its rows on rows of whatever record? Then none that hangs on any may stand on it in
 * turn: who sees what would be asked more than two rows deep.
 */
export const hangsOnAny = (kind: RecordKind): boolean =>
  reaches(kind.read).some((name) => {
    const field = kind.fields[name]
    return field?.kind === 'ref' && field.to === 'any'
  })
