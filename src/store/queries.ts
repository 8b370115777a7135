import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Condition } from '../engine/ports.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import { checked, type Asked } from './asked.ts'
import { pageSql } from './list.ts'
import { countSql, few, stroll, type Narrowing } from './narrow.ts'
import { ownKey, type OwnKeys } from './own-lists.ts'
import { tableOf } from './table.ts'
import { clauseFor } from './where.ts'

/** One query that lists are made of, as somebody with a team and no more than the role of editor asks it. */
export interface Derived {
  readonly name: string
  readonly record: string
  readonly text: string
  readonly values: readonly unknown[]
}

/**
 * Every order that a record's lists offer, its first page, the next one and the rows that have no
 * value; and every filter, counted, in the record's own order, and gathered for another one.
 */
export function derivedQueries(catalogue: Whole): readonly Derived[] {
  return catalogue.records.flatMap((kind) => [
    ...sorts(kind).flatMap((sort) => sorted(catalogue, kind, sort)),
    ...filters(kind).flatMap((filter) => filtered(catalogue, kind, filter)),
  ])
}

/** Every filter in every order, as a list goes about it where the filter's rows are many and where they are few. */
export function crossedQueries(catalogue: Whole): readonly Derived[] {
  return catalogue.records.flatMap((kind) =>
    filters(kind).flatMap(([field, condition]) =>
      sorts(kind).flatMap((sort) => {
        const asked = checked(kind, { sort, filter: { [field]: condition } })
        const name = `where ${field} is given by ${sort}`
        return [
          derived(catalogue, asked, `${name}, walked`, 'valued', {
            is: 'short walk',
            most: stroll,
          }),
          derived(catalogue, asked, `${name}, gathered`, 'valued', {
            is: 'gather',
            field,
            most: few,
          }),
        ]
      }),
    ),
  )
}

/**
 * What a record's lists ask of sortable own fields: each order that there can be, walked and by what is
 * gathered from a filter, and each filter, counted and gathered for another order.
 */
export function ownQueries(catalogue: Whole): readonly Derived[] {
  return catalogue.records.flatMap((kind) => [
    ...ownSorts.flatMap((sort) => ownSorted(catalogue, kind, sort)),
    ...ownConditions.flatMap((filter) => ownFiltered(catalogue, kind, filter)),
  ])
}

type Whole = Pick<Catalogue, 'record' | 'records' | 'relations'>

/** The document of them all, for reading a change of an access or an index as SQL. */
export const queriesDocument = (catalogue: Whole): string =>
  [
    ...derivedQueries(catalogue),
    // Of own fields those of one record: they differ in nothing but its name.
    ...ownQueries(catalogue).filter(
      ({ record }) => record === catalogue.records.find((kind) => kind.foldedBy)?.name,
    ),
  ]
    .map(({ name, record, text }) => `-- ${record}: ${name}\n${shortened(text)};\n`)
    .join('\n')

/** On one line, the columns of a whole row left out. */
const shortened = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/select t\.id, t\.ref, .*? from/, 'select … from')
    .trim()

export const somebody: Actor = {
  kind: 'member',
  id: '01890000-0000-7000-8000-000000000002',
  name: 'Somebody',
  workspaceId: '01890000-0000-7000-8000-000000000001',
  role: 'editor',
  teamIds: ['01890000-0000-7000-8000-000000000003'],
}

const sorts = (kind: RecordKind): readonly string[] =>
  Object.entries(everyField(kind)).flatMap(([name, field]) =>
    field.sort === true ? [name, `-${name}`] : [],
  )

const filters = (kind: RecordKind): readonly (readonly [string, Condition])[] =>
  Object.entries(everyField(kind)).flatMap(([name, field]) =>
    field.filter === true ? [[name, { in: [sampleOf(kind, name)] }] as const] : [],
  )

function sampleOf(kind: RecordKind, name: string): string | number | boolean {
  switch (tableOf(kind).columnOf(name).type) {
    case 'uuid':
    case 'uuid[]':
      return '01890000-0000-7000-8000-000000000004'
    case 'float8':
    case 'bigint':
      return 1
    case 'boolean':
      return true
    case 'timestamptz':
      return '2026-01-01T00:00:00.000Z'
    case 'text':
    case 'jsonb':
    case 'text[]':
    case 'tsvector': {
      const field = everyField(kind)[name]
      return field?.kind === 'choice' ? (Object.keys(field.options)[0] ?? '') : 'a'
    }
  }
}

function sorted(catalogue: Whole, kind: RecordKind, sort: string): readonly Derived[] {
  const asked = checked(kind, { sort })
  const { column, nullable } = asked.order
  const cursor = { value: sampleOf(kind, column.field), id: somebody.id }
  return [
    derived(catalogue, asked, `by ${sort}`, 'valued'),
    derived(catalogue, { ...asked, cursor }, `by ${sort}, on from a row`, 'valued'),
    ...(nullable
      ? [
          derived(
            catalogue,
            { ...asked, cursor: { ...cursor, value: null } },
            `by ${sort}, those without`,
            'missing',
          ),
        ]
      : []),
  ]
}

function filtered(
  catalogue: Whole,
  kind: RecordKind,
  [field, condition]: readonly [string, Condition],
): readonly Derived[] {
  const asked = checked(kind, { filter: { [field]: condition } })
  const name = `where ${field} is given`
  const clause = clauseFor(catalogue, somebody)
  return [
    derived(catalogue, asked, name, 'valued'),
    {
      name: `${name}, counted`,
      record: kind.name,
      text: countSql(asked, [field], few, clause),
      values: clause.values,
    },
    derived(
      catalogue,
      checked(kind, { ...asked.query, sort: 'updatedAt' }),
      `${name}, gathered by updatedAt`,
      'valued',
      { is: 'gather', field, most: few },
    ),
  ]
}

const ownSorts = ['custom.number', '-custom.text', 'custom.choice'] as const

const ownConditions: readonly (readonly [string, Condition])[] = [
  ['custom.number', { from: 1 }],
  ['custom.choice', { in: ['a'] }],
  ['custom.text', { in: ['a', 'b'] }],
  ['custom.text', { none: true }],
]

/** Own fields as a workspace might have defined them. */
const sampleKeys: OwnKeys = new Map(
  (['number', 'text', 'choice'] as const).map((type) => {
    const [id, options] = [somebody.id, ['a', 'b']]
    const field = { id, key: type, label: type, type, options, sortable: true }
    return [`custom.${type}`, ownKey(`custom.${type}`, field)] as const
  }),
)

function ownSorted(catalogue: Whole, kind: RecordKind, sort: string): readonly Derived[] {
  const asked = checked(kind, { sort }, sampleKeys)
  const cursor = { value: sort === '-custom.text' ? 'a' : 1, id: somebody.id }
  const [field, condition] = filters(kind)[0] ?? ['createdAt', { from: '2026-01-01' }]
  const sparse = checked(kind, { sort, filter: { [field]: condition } }, sampleKeys)
  const most = few
  return [
    derived(catalogue, asked, `by ${sort}`, 'valued'),
    derived(catalogue, { ...asked, cursor }, `by ${sort}, on from a row`, 'valued'),
    derived(
      catalogue,
      { ...asked, cursor: { ...cursor, value: null } },
      `by ${sort}, those without`,
      'missing',
    ),
    derived(catalogue, sparse, `where ${field} is given by ${sort}, walked`, 'valued', {
      is: 'short walk',
      most: stroll,
    }),
    derived(catalogue, sparse, `where ${field} is given by ${sort}, gathered`, 'valued', {
      is: 'gather',
      field,
      most,
    }),
  ]
}

function ownFiltered(
  catalogue: Whole,
  kind: RecordKind,
  [name, condition]: readonly [string, Condition],
): readonly Derived[] {
  const words = `where ${name} is ${Object.keys(condition).join()}`
  const asked = checked(kind, { filter: { [name]: condition } }, sampleKeys)
  const walked = derived(catalogue, asked, words, 'valued')
  if ('none' in condition) return [walked]
  const clause = clauseFor(catalogue, somebody)
  const text = countSql(asked, [name], few, clause)
  return [
    walked,
    { name: `${words}, counted`, record: kind.name, text, values: clause.values },
    derived(catalogue, asked, `${words}, gathered`, 'valued', {
      is: 'gather',
      field: name,
      most: few,
    }),
    derived(
      catalogue,
      checked(kind, { ...asked.query, sort: name }, sampleKeys),
      `${words} by ${name}`,
      'valued',
    ),
  ]
}

function derived(
  catalogue: Whole,
  asked: Asked,
  name: string,
  part: 'valued' | 'missing',
  narrowing?: Narrowing,
): Derived {
  const made = pageSql({ catalogue, actor: somebody }, asked, part, 51, narrowing)
  return {
    name,
    record: asked.kind.name,
    text: made?.text ?? '-- nobody with this role',
    values: made?.values ?? [],
  }
}
