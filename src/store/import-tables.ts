import { byWorkspace, type Statement, type TableParts } from './statement.ts'

/**
 * Files on their way in, for any process of the app to go on with. They are of the moment, and may be chosen
 * again: PostgreSQL keeps them without a log of its own, and forgets them when it crashes.
 */
export const importTables: readonly TableParts[] = [
  {
    name: 'import_file',
    unlogged: true,
    columns: [
      'workspace_id uuid not null',
      'id uuid not null',
      'actor_id text collate "C" not null',
      'name text collate "C" not null',
      // What it turned out to be, once that is known.
      'shape text collate "C"',
      'state text collate "C" not null',
      'done bigint not null default 0',
      'total bigint',
      // What came of it: the report, or the refusal.
      'told text collate "C"',
      'created_at timestamptz not null default now()',
      // Who works on it just now, and until when that is believed without a sign of life.
      'held_by uuid',
      'held_until timestamptz',
      'cancelled boolean not null default false',
    ],
    constraints: ['primary key (workspace_id, id)'],
  },
  {
    name: 'import_part',
    unlogged: true,
    columns: [
      'workspace_id uuid not null',
      'import_id uuid not null',
      'ordinal integer not null',
      'bytes bytea not null',
    ],
    constraints: ['primary key (workspace_id, import_id, ordinal)'],
  },
]

export const importPolicies: readonly Statement[] = importTables.flatMap(({ name }) =>
  byWorkspace(name, ['select', 'insert', 'update', 'delete']),
)
