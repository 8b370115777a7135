import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Condition } from '../engine/ports.ts'
import { everyField, type RecordKind } from '../engine/record.ts'
import { checked } from './asked.ts'
import { pageSql } from './list.ts'
import { tableOf } from './table.ts'

/** One query that lists are made of, as somebody with a team and no more than the role of editor asks it. */
export interface Derived {
  readonly name: string
  readonly record: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Every order that a record's lists offer, and every filter in the record's own order. */
export function derivedQueries(
  catalogue: Pick<Catalogue, 'record' | 'records' | 'relations'>,
): readonly Derived[] {
  return catalogue.records.flatMap((kind) => [
    ...sorts(kind).map((sort) => one(catalogue, kind, `by ${sort}`, sort, {})),
    ...filters(kind).map(([field, condition]) =>
      one(catalogue, kind, `where ${field} is given`, undefined, { [field]: condition }),
    ),
  ])
}

/** The document of them all, for reading a change of an access or an index as SQL. */
export const queriesDocument = (catalogue: Parameters<typeof derivedQueries>[0]): string =>
  derivedQueries(catalogue)
    .map(
      ({ name, record, text }) => `-- ${record}: ${name}\n${text.replace(/\s+/g, ' ').trim()};\n`,
    )
    .join('\n')

const somebody: Actor = {
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
    case 'uuid[]':
    case 'tsvector': {
      const field = everyField(kind)[name]
      return field?.kind === 'choice' ? (Object.keys(field.options)[0] ?? '') : 'a'
    }
  }
}

function one(
  catalogue: Parameters<typeof derivedQueries>[0],
  kind: RecordKind,
  name: string,
  sort: string | undefined,
  filter: Readonly<Record<string, Condition>>,
): Derived {
  const asked = checked(kind, { sort, filter })
  const made = pageSql({ catalogue, actor: somebody }, asked, 'valued', 51)
  return {
    name,
    record: kind.name,
    text: made?.text ?? '-- nobody with this role',
    values: made?.values ?? [],
  }
}
