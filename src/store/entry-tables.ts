import type { Statement, TableParts } from './statement.ts'

/** The tables of those who may come in. They lie outside of all workspaces, and are the owner's alone. */
export const entryTables: readonly TableParts[] = [
  {
    // Whoever may sign in: one identity, whatever workspaces it is a member of.
    name: 'person',
    columns: [
      'id uuid not null',
      // In small letters; without it nobody signs in by a password.
      'email text collate "C"',
      'password text collate "C"',
      'created_at timestamptz not null default now()',
    ],
    constraints: ['primary key (id)'],
  },
  {
    name: 'person_member',
    columns: ['person_id uuid not null', 'workspace_id uuid not null', 'member_id uuid not null'],
    constraints: ['primary key (workspace_id, member_id)'],
  },
  {
    name: 'session',
    columns: [
      'digest bytea not null',
      'workspace_id uuid not null',
      'created_at timestamptz not null',
      'expires_at timestamptz not null',
      'id uuid not null',
      'person_id uuid not null',
      // By workspace, the role that one had when one signed in.
      'roles jsonb not null',
      'seen_at timestamptz not null',
      'agent text collate "C" not null',
      'address text collate "C" not null',
      // The passkey that opened it, where one did.
      'passkey_id uuid',
    ],
    constraints: ['primary key (digest)'],
  },
  {
    name: 'passkey',
    columns: [
      'id uuid not null',
      'person_id uuid not null',
      'credential text collate "C" not null',
      'public_key bytea not null',
      'counter bigint not null',
      'transports text[] collate "C" not null',
      'name text collate "C" not null',
      'created_at timestamptz not null',
      'used_at timestamptz',
    ],
    constraints: ['primary key (id)'],
  },
  {
    // What a browser was asked to sign with a passkey, by its digest, and what for.
    name: 'passkey_challenge',
    columns: [
      'digest bytea not null',
      'about text collate "C" not null',
      'expires_at timestamptz not null',
    ],
    constraints: ['primary key (digest)'],
  },
  {
    // Tries to sign in within the last minute, by a digest of what they are counted by.
    name: 'sign_in_try',
    columns: ['about bytea not null', 'at timestamptz not null'],
    constraints: [],
  },
  {
    // What a caller may ask before they have to wait, by a digest; kept without a log, and forgotten in a crash.
    name: 'allowance',
    unlogged: true,
    columns: [
      'caller bytea not null',
      'tokens double precision not null',
      'at timestamptz not null',
    ],
    constraints: ['primary key (caller)'],
  },
  {
    name: 'once_link',
    columns: [
      'digest bytea not null',
      'workspace_id uuid not null',
      'member_id uuid not null',
      'expires_at timestamptz not null',
      'spent_at timestamptz',
      // Does it let a person choose a new password, and not come in?
      'resets boolean not null default false',
    ],
    constraints: ['primary key (digest)'],
  },
]

export const entryIndexes: readonly Statement[] = [
  {
    makes: 'index person_by_email',
    sql: 'create unique index person_by_email on person (email)',
  },
  {
    makes: 'index person_member_once',
    sql: 'create unique index person_member_once on person_member (person_id, workspace_id)',
  },
  {
    makes: 'index session_by_person',
    sql: 'create index session_by_person on session (person_id)',
  },
  {
    makes: 'index sign_in_try_by_about',
    sql: 'create index sign_in_try_by_about on sign_in_try (about, at)',
  },
  {
    makes: 'index passkey_by_credential',
    sql: 'create unique index passkey_by_credential on passkey (credential)',
  },
  {
    makes: 'index passkey_by_person',
    sql: 'create index passkey_by_person on passkey (person_id)',
  },
  {
    makes: 'index passkey_challenge_by_end',
    sql: 'create index passkey_challenge_by_end on passkey_challenge (expires_at)',
  },
  {
    makes: 'index sign_in_try_by_age',
    sql: 'create index sign_in_try_by_age on sign_in_try (at)',
  },
  { makes: 'index allowance_by_age', sql: 'create index allowance_by_age on allowance (at)' },
  { makes: 'index session_by_end', sql: 'create index session_by_end on session (expires_at)' },
  {
    makes: 'index once_link_by_end',
    sql: 'create index once_link_by_end on once_link (expires_at)',
  },
]
