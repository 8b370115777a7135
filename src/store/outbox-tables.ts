import { byWorkspace, type Statement, type TableParts } from './statement.ts'

/**
 * What is sent for rows to addresses outside. History is the outbox: `outbox` says how far each row has
 * been told of it, `delivery` what became of each commit on its way. They are no records: nothing is decided
 * in them, and a history of what was told would be told in turn.
 */
export const outboxTables: readonly TableParts[] = [
  {
    // What rows sign with. The app's role may add to it and see none of it.
    name: 'signing_secret',
    columns: [
      'workspace_id uuid not null',
      'row_id uuid not null',
      'at timestamptz not null',
      'secret text collate "C" not null',
    ],
    constraints: ['primary key (workspace_id, row_id, secret)'],
  },
  {
    name: 'outbox',
    columns: [
      'workspace_id uuid not null',
      'row_id uuid not null',
      // All commits up to this one have become deliveries.
      'seq bigint not null',
      // Since when nothing has arrived; empty once something did.
      'failing_since timestamptz',
      // Who sends for this row just now, and until when that is believed without a sign of life.
      'held_by uuid',
      'held_until timestamptz',
    ],
    constraints: ['primary key (workspace_id, row_id)'],
  },
  {
    name: 'delivery',
    columns: [
      'workspace_id uuid not null',
      'row_id uuid not null',
      'seq bigint not null',
      'id uuid not null',
      // A greeting tells nothing but itself.
      'greeting boolean not null default false',
      // By hand: sent even while the row is paused.
      'asked boolean not null default false',
      `state text collate "C" not null default 'waiting'`,
      'tries integer not null default 0',
      'created_at timestamptz not null',
      'due_at timestamptz',
      'sent_at timestamptz',
      'status integer',
      'took_ms integer',
      'answer text collate "C"',
      'fault text collate "C"',
    ],
    constraints: ['primary key (workspace_id, row_id, seq)'],
  },
]

export const outboxIndexes: readonly Statement[] = [
  {
    makes: 'index delivery_due',
    sql: "create index delivery_due on delivery (workspace_id, row_id, seq) where state = 'waiting'",
  },
  { makes: 'index delivery_by_age', sql: 'create index delivery_by_age on delivery (created_at)' },
]

export const outboxPolicies: readonly Statement[] = [
  ...byWorkspace('signing_secret', ['insert']),
  ...byWorkspace('outbox', ['select', 'insert', 'update']),
  ...byWorkspace('delivery', ['select', 'insert', 'update']),
]
