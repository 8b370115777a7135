import { randomBytes } from 'node:crypto'
import { canonical } from '../engine/canonical.ts'
import type { Past } from '../engine/change.ts'
import type { Actor } from '../engine/access.ts'
import { arrayLiteral } from './array-literal.ts'
import { prepared, type Session } from './database.ts'
import { growTree, type Tree } from './merkle.ts'
import { sha256 } from './sha256.ts'

/**
 * History: a commit is what one command did; a change is one row of it. A leaf is SHA-256 over a
 * random salt and the canonical JSON of the change; a commit hashes the Merkle root over its leaves
 * together with the commit before it. Payload and salt can go (erasure) and the chain still holds.
 */
export interface Entry {
  readonly id: string
  readonly seq: number
  readonly actor: Pick<Actor, 'kind' | 'id' | 'name'>
  readonly command: string
  readonly cause: string | null
  readonly at: string
  readonly changes: readonly Sealed[]
}

/** A change with its leaf, ready to be kept. */
export interface Sealed {
  readonly ordinal: number
  readonly op: string
  readonly record: string
  readonly id: string
  readonly salt: Buffer
  readonly body: string
  readonly leaf: Buffer
}

export const noHash: Buffer = Buffer.alloc(32)

export function seal(changes: readonly Past[]): readonly Sealed[] {
  const chance = randomBytes(16 * changes.length)
  return changes.map((change, at) => {
    const salt = chance.subarray(16 * at, 16 * at + 16)
    const body = canonical(change)
    return {
      ordinal: change.ordinal,
      op: change.op,
      record: change.record,
      id: change.id,
      salt,
      body,
      leaf: leafOf(salt, body),
    }
  })
}

export const leafOf = (salt: Buffer, body: string): Buffer => sha256(salt, body)

/** The Merkle root over leaves in order. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = growTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

export function hashOf(
  previous: Buffer,
  entry: Omit<Entry, 'changes'> & { readonly workspaceId: string; readonly count: number },
  root: Buffer,
): Buffer {
  const { id, seq, command, cause, at, workspaceId, count } = entry
  const actor = { kind: entry.actor.kind, id: entry.actor.id, name: entry.actor.name }
  const told = canonical({
    workspaceId,
    id,
    seq,
    actor,
    command,
    cause,
    at,
    count,
    root: root.toString('hex'),
  })
  return sha256(previous, told)
}

/**
 * Keeps entries and moves the workspace's turn to the last of them; one statement, which is sent and
 * not waited for. Returns the new head.
 */
export function keep(
  session: Session,
  workspaceId: string,
  head: Buffer,
  entries: readonly Entry[],
): Buffer {
  let previous = head
  const commits = entries.map((entry) => {
    const root = rootOf(entry.changes.map((change) => change.leaf))
    const hash = hashOf(previous, { ...entry, workspaceId, count: entry.changes.length }, root)
    const kept = { entry, root, hash, previous }
    previous = hash
    return kept
  })
  const last = entries.at(-1)
  if (last === undefined) return head
  const changes = entries.flatMap((entry) =>
    entry.changes.map((change) => ({ commitId: entry.id, change })),
  )
  session.send(
    prepared(`with kept as (
       insert into commit (workspace_id, seq, id, actor_kind, actor_id, actor_name, command, cause, at, count, prev, root, hash)
       select $1::uuid, * from unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::int[], $11::bytea[], $12::bytea[], $13::bytea[])
     ), changed as (
       insert into change (workspace_id, commit_id, ordinal, op, record, row_id, leaf)
       select $1::uuid, * from unnest($14::uuid[], $15::int[], $16::text[], $17::text[], $18::uuid[], $19::bytea[])
     ), paid as (
       insert into payload (workspace_id, commit_id, ordinal, salt, body)
       select $1::uuid, * from unnest($14::uuid[], $15::int[], $20::bytea[], $21::text[])
     )
     update workspace_turn set seq = $22::bigint, head = $23::bytea where workspace_id = $1::uuid`),
    [
      workspaceId,
      arrayLiteral(commits.map(({ entry }) => entry.seq)),
      arrayLiteral(commits.map(({ entry }) => entry.id)),
      arrayLiteral(commits.map(({ entry }) => entry.actor.kind)),
      arrayLiteral(commits.map(({ entry }) => entry.actor.id)),
      arrayLiteral(commits.map(({ entry }) => entry.actor.name)),
      arrayLiteral(commits.map(({ entry }) => entry.command)),
      arrayLiteral(commits.map(({ entry }) => entry.cause)),
      arrayLiteral(commits.map(({ entry }) => entry.at)),
      arrayLiteral(commits.map(({ entry }) => entry.changes.length)),
      arrayLiteral(commits.map((kept) => kept.previous)),
      arrayLiteral(commits.map(({ root }) => root)),
      arrayLiteral(commits.map(({ hash }) => hash)),
      arrayLiteral(changes.map(({ commitId }) => commitId)),
      arrayLiteral(changes.map(({ change }) => change.ordinal)),
      arrayLiteral(changes.map(({ change }) => change.op)),
      arrayLiteral(changes.map(({ change }) => change.record)),
      arrayLiteral(changes.map(({ change }) => change.id)),
      arrayLiteral(changes.map(({ change }) => change.leaf)),
      arrayLiteral(changes.map(({ change }) => change.salt)),
      arrayLiteral(changes.map(({ change }) => change.body)),
      last.seq,
      previous,
    ],
  )
  return previous
}

/** Keeps changes ahead of their commit: a bulk command writes these while others go on committing. */
export function keepChanges(
  session: Session,
  workspaceId: string,
  commitId: string,
  changes: readonly Sealed[],
): void {
  session.send(
    `with changed as (
       insert into change (workspace_id, commit_id, ordinal, op, record, row_id, leaf)
       select $1::uuid, $2::uuid, * from unnest($3::int[], $4::text[], $5::text[], $6::uuid[], $7::bytea[])
     )
     insert into payload (workspace_id, commit_id, ordinal, salt, body)
     select $1::uuid, $2::uuid, * from unnest($3::int[], $8::bytea[], $9::text[])`,
    [
      workspaceId,
      commitId,
      arrayLiteral(changes.map((change) => change.ordinal)),
      arrayLiteral(changes.map((change) => change.op)),
      arrayLiteral(changes.map((change) => change.record)),
      arrayLiteral(changes.map((change) => change.id)),
      arrayLiteral(changes.map((change) => change.leaf)),
      arrayLiteral(changes.map((change) => change.salt)),
      arrayLiteral(changes.map((change) => change.body)),
    ],
  )
}

/** The commit of a bulk command, whose changes are already kept. */
export async function keepCommit(
  session: Session,
  workspaceId: string,
  head: Buffer,
  entry: Omit<Entry, 'changes'>,
  leaves: Tree,
): Promise<Buffer> {
  const root = leaves.root()
  const hash = hashOf(head, { ...entry, workspaceId, count: leaves.size() }, root)
  await session.query(
    `with kept as (
       insert into commit (workspace_id, seq, id, actor_kind, actor_id, actor_name, command, cause, at, count, prev, root, hash)
       values ($1::uuid, $2::bigint, $3::uuid, $4, $5, $6, $7, $8, $9::timestamptz, $10::int, $11::bytea, $12::bytea, $13::bytea)
     )
     update workspace_turn set seq = $2::bigint, head = $13::bytea where workspace_id = $1::uuid`,
    [
      workspaceId,
      entry.seq,
      entry.id,
      entry.actor.kind,
      entry.actor.id,
      entry.actor.name,
      entry.command,
      entry.cause,
      entry.at,
      leaves.size(),
      head,
      root,
      hash,
    ],
  )
  return hash
}
