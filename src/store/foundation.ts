import { appRole } from './database.ts'
import { entryIndexes, entryTables } from './entry-tables.ts'
import { importPolicies, importTables } from './import-tables.ts'
import { outboxIndexes, outboxPolicies, outboxTables } from './outbox-tables.ts'
import { byWorkspace, type Statement, type TableParts } from './statement.ts'

/**
 * The tables that no record declares: turns and refs, history, search words, and the identity tables
 * of those who may come in. Identity is the owner's alone; the app's role sees only what lies in its
 * workspace, and of history it may neither change nor take away a line.
 */
export const foundationTables: readonly TableParts[] = [
  {
    name: 'workspace_turn',
    columns: [
      'workspace_id uuid not null',
      'slug text collate "C" not null',
      'name text collate "C" not null',
      'seq bigint not null default 0',
      'head bytea not null',
      'created_at timestamptz not null',
    ],
    constraints: ['primary key (workspace_id)', 'unique (slug)'],
  },
  {
    name: 'ref_counter',
    columns: [
      'workspace_id uuid not null',
      'prefix text collate "C" not null',
      'next bigint not null',
    ],
    constraints: ['primary key (workspace_id, prefix)'],
  },
  {
    name: 'commit',
    columns: [
      'workspace_id uuid not null',
      'seq bigint not null',
      'id uuid not null',
      'actor_kind text collate "C" not null',
      'actor_id text collate "C" not null',
      'actor_name text collate "C" not null',
      'command text collate "C" not null',
      'cause text collate "C"',
      'at timestamptz not null',
      'count integer not null',
      'prev bytea not null',
      'root bytea not null',
      'hash bytea not null',
    ],
    constraints: ['primary key (workspace_id, seq)', 'unique (workspace_id, id)'],
  },
  {
    name: 'change',
    columns: [
      'workspace_id uuid not null',
      'commit_id uuid not null',
      'ordinal integer not null',
      'op text collate "C" not null',
      'record text collate "C" not null',
      'row_id uuid not null',
      'leaf bytea not null',
    ],
    constraints: ['primary key (workspace_id, commit_id, ordinal)'],
  },
  {
    // Rows whose kept values moved with a commit that does not name them; for a day. No ids: too many to name.
    name: 'ripple',
    columns: [
      'workspace_id uuid not null',
      'seq bigint not null',
      'record text collate "C" not null',
      'ids uuid[]',
      'at timestamptz not null default now()',
    ],
    constraints: ['primary key (workspace_id, seq, record)'],
  },
  {
    // Who is at which row just now; each line lives for half a minute.
    name: 'presence',
    columns: [
      'workspace_id uuid not null',
      'actor_id text collate "C" not null',
      'place text collate "C" not null',
      'actor_name text collate "C" not null',
      'record text collate "C" not null',
      'row_id uuid not null',
      'doing text collate "C" not null',
      'until timestamptz not null',
    ],
    constraints: ['primary key (workspace_id, actor_id, place)'],
  },
  {
    name: 'payload',
    columns: [
      'workspace_id uuid not null',
      'commit_id uuid not null',
      'ordinal integer not null',
      'salt bytea not null',
      'body text collate "C" not null',
    ],
    constraints: ['primary key (workspace_id, commit_id, ordinal)'],
  },
  {
    name: 'word',
    columns: [
      'workspace_id uuid not null',
      'word text collate "C" not null',
      // Its letters in order: two words with the same ones are a slip of the fingers apart. Empty where
      // nobody mistypes it: a number, a word of two letters, a pair of characters.
      'letters text collate "C" not null',
      // About how many rows hold it: those that were made with it.
      'frequency bigint not null default 0',
    ],
    constraints: ['primary key (workspace_id, word)'],
  },
  {
    name: 'search_learned',
    columns: [
      'workspace_id uuid not null',
      'seq bigint not null',
      'ordinal bigint not null default 0',
    ],
    constraints: ['primary key (workspace_id)'],
  },
  {
    // Of each row that has a value for a sortable own field: what lists go by.
    name: 'own_key',
    columns: [
      'workspace_id uuid not null',
      'field_id uuid not null',
      'row_id uuid not null',
      // 0 living, 1 removed, 2 folded, as its row.
      'state smallint not null',
      // Of a number, a flag (0 and 1), a choice (its place among the options).
      'number double precision',
      // Of a text (its beginning), a date, a choice.
      'words text collate "C"',
    ],
    constraints: ['primary key (workspace_id, field_id, row_id)'],
  },
  {
    // By what a row lets somebody in. The app's role may add to it and see none of it.
    name: 'secret',
    columns: ['digest bytea not null', 'workspace_id uuid not null', 'row_id uuid not null'],
    constraints: ['primary key (digest)'],
  },
  ...outboxTables,
  ...importTables,
  ...entryTables,
  {
    name: 'request_key',
    columns: [
      'workspace_id uuid not null',
      'actor_id text collate "C" not null',
      'key text collate "C" not null',
      'fingerprint text collate "C" not null',
      'status integer',
      'body text collate "C"',
      'headers jsonb',
      'started_at timestamptz not null',
      // Who is at work on it, and until when that is believed without a sign of life.
      'claim uuid',
      'claimed_until timestamptz',
    ],
    constraints: ['primary key (workspace_id, actor_id, key)'],
  },
]

export const foundationIndexes: readonly Statement[] = [
  {
    makes: 'index change_by_row',
    sql: 'create index change_by_row on change (workspace_id, row_id)',
  },
  {
    makes: 'index commit_by_actor',
    sql: 'create index commit_by_actor on commit (workspace_id, actor_id, seq)',
  },
  {
    makes: 'index commit_by_command',
    sql: 'create index commit_by_command on commit (workspace_id, command, seq)',
  },
  {
    makes: 'index commit_by_time',
    sql: 'create index commit_by_time on commit (workspace_id, at, seq)',
  },
  {
    makes: 'index word_by_likeness',
    sql: "create index word_by_likeness on word using gin (workspace_id, word gin_trgm_ops) where letters <> ''",
  },
  {
    makes: 'index word_by_letters',
    sql: "create index word_by_letters on word (workspace_id, letters) where letters <> ''",
  },
  {
    makes: 'index own_key_by_number',
    sql: 'create index own_key_by_number on own_key (workspace_id, field_id, state, number, row_id) where number is not null',
  },
  {
    makes: 'index own_key_by_words',
    sql: 'create index own_key_by_words on own_key (workspace_id, field_id, state, words, row_id) where words is not null',
  },
  {
    makes: 'index request_key_by_claim',
    sql: 'create unique index request_key_by_claim on request_key (workspace_id, claim)',
  },
  { makes: 'index ripple_by_age', sql: 'create index ripple_by_age on ripple (at)' },
  ...outboxIndexes,
  ...entryIndexes,
  {
    makes: 'index request_key_by_start',
    sql: 'create index request_key_by_start on request_key (started_at)',
  },
]

/** What the app's role may do with each; those that are not here it may not even see. */
export const foundationPolicies: readonly Statement[] = [
  ...byWorkspace('workspace_turn', ['select', 'update']),
  ...byWorkspace('ref_counter', ['select', 'insert', 'update']),
  ...byWorkspace('commit', ['select', 'insert']),
  ...byWorkspace('change', ['select', 'insert']),
  ...byWorkspace('payload', ['select', 'insert']),
  ...byWorkspace('ripple', ['select', 'insert']),
  ...byWorkspace('presence', ['select', 'insert', 'update', 'delete']),
  ...byWorkspace('word', ['select', 'insert', 'update']),
  ...byWorkspace('search_learned', ['select', 'insert', 'update']),
  ...byWorkspace('own_key', ['select', 'insert', 'update', 'delete']),
  ...byWorkspace('secret', ['insert']),
  ...outboxPolicies,
  ...importPolicies,
  // Claiming a key is the owner's; a write keeps its answer in its own transaction.
  ...byWorkspace('request_key', ['select', 'update']),
]

/** Erasing is the one thing that takes from history, and it takes payloads only: the chain stays whole. */
export const eraseFunction: readonly Statement[] = [
  {
    makes: 'function throughline_erase(uuid[])',
    sql: `create function throughline_erase(ids uuid[]) returns bigint
  language sql volatile strict security definer set search_path = public, pg_temp
as $$
  with gone as (
    delete from payload using change
    where change.workspace_id = current_setting('throughline.workspace')::uuid
      and change.row_id = any (ids)
      and payload.workspace_id = change.workspace_id
      and payload.commit_id = change.commit_id
      and payload.ordinal = change.ordinal
    returning 1
  )
  select count(*) from gone
$$`,
  },
  {
    makes: 'grants throughline_erase(uuid[])',
    sql: `revoke all on function throughline_erase(uuid[]) from public; grant execute on function throughline_erase(uuid[]) to ${appRole}`,
  },
]
