import { all, role, via } from './access.ts'
import { choice, number, ref, text } from './field.ts'
import { record } from './record.ts'

/**
 * A relation that the areas declare between two kinds of record. `line` says which end stands above
 * the other on the line from evidence to outcome; `beside` adds the from-end's station to the to-end.
 */
export interface Relation {
  readonly relation: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly line: 'from-above' | 'to-above' | 'beside'
  readonly polarity: 'for' | 'against' | 'neither'
  /** The relation as words, read from the from-end and from the to-end. */
  readonly says: { readonly forth: string; readonly back: string }
}

export const relation = (declared: Relation): Relation => declared

/** The evidence graph: one table of typed edges, with history and permission like any record. */
export const link = record({
  name: 'link',
  plural: 'links',
  says: { one: 'link', many: 'links', what: 'A typed edge of the line between two records.' },
  prefix: 'LINK',
  title: 'relation',
  held: 'paged',
  derive: 'reading-only',
  read: all(via('fromId'), via('toId')),
  create: role('contributor'),
  write: role('contributor'),
  order: '-createdAt',
  unique: [['fromId', 'relation', 'toId']],
  fields: {
    fromKind: text({ label: 'From record', max: 40, required: true }),
    fromId: ref({ label: 'From', to: 'any', kindIn: 'fromKind', required: true, filter: true }),
    relation: text({ label: 'Relation', max: 40, required: true, filter: true }),
    toKind: text({ label: 'To record', max: 40, required: true }),
    toId: ref({ label: 'To', to: 'any', kindIn: 'toKind', required: true, filter: true }),
    polarity: choice({
      label: 'Polarity',
      options: { for: 'For', against: 'Against', neither: 'Neither' },
      required: true,
    }),
    strength: number({ label: 'Strength', min: 0, max: 1 }),
    note: text({ label: 'Note', max: 2000, lines: 'many' }),
  },
})
