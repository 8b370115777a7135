import type { Ended } from './let-out.ts'
import type { Readiness } from './trouble.ts'
import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Change, Commit } from '../engine/change.ts'
import type { KeptFile } from '../engine/kept-file.ts'
import type { Reader } from '../engine/ports.ts'
import type { Row } from '../engine/record.ts'
import type { Words } from '../engine/words.ts'
import type { Accounts } from './accounts.ts'
import type { Allowances } from './allowances.ts'
import type { PoolUse } from './database.ts'
import type { Hold, ImportFiles } from './import-files.ts'
import type { OnceLinks } from './once-links.ts'
import type { Passkeys } from './passkeys.ts'
import type { Outbox } from './outbox-work.ts'
import type { Presences } from './presence.ts'
import type { Swept } from './purge.ts'
import type { Timed, Timetable } from './timetable.ts'
import type { Touched } from './touched.ts'
import type { Verification } from './verify.ts'

/** What came of a command: its place in history, and the rows as they now stand. */
export interface Outcome {
  /** The commit's sequence in its workspace; 0 when nothing had to change. */
  readonly seq: number
  readonly commitId: string | null
  readonly count: number
  /** One entry a changed row, in order; `row` is null for a bulk command and for rows that went. */
  readonly changed: readonly {
    readonly op: Change['op']
    readonly record: string
    readonly id: string
    readonly row: Row | null
  }[]
  readonly result: Readonly<Record<string, unknown>>
}

export interface ApplyOptions {
  /** Why, in the actor's words; kept in history. */
  readonly cause?: string | undefined
  /** The request that is to happen once, however often it is sent. */
  readonly once?: Once<Outcome> | undefined
  readonly words?: Words | undefined
  /** The first id of the rows that it makes, where whoever gives it has named them already. */
  readonly idsFrom?: string | undefined
  /** What came with the command, once its bytes are kept. */
  readonly file?: KeptFile | undefined
}

/** An answer as it is remembered. */
export interface Kept {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A request under a claimed idempotency key. A write keeps its answer in its own transaction: whoever
 * asks again after a crash is told it, and a claim that has passed to somebody else writes nothing.
 */
export interface Once<T> {
  readonly claim: string
  /** The answer to what was written; undefined where that alone does not say it. */
  readonly answer: (written: T) => Kept | undefined
}

/** A command over very many rows: it writes first and takes the workspace's turn only at its end. */
export interface Bulk {
  readonly command: string
  readonly cause?: string | undefined
  /** Batches of a few thousand changes; only `create`, `update`, `remove` and `discard`. */
  readonly batches: AsyncIterable<readonly Change[]>
  readonly onProgress?: (written: number) => void
  /** Aborted: everything is rolled back and the promise rejects with a Problem. */
  readonly signal?: AbortSignal | undefined
  /** The file that all of it comes from: its end is told in the same transaction, by the place in history. */
  readonly file?: { readonly hold: Hold; readonly told: (seq: number) => string } | undefined
}

/**
 * A past that is told and did not happen, such as that of the sample company: commits with times and
 * authors of their own. Their changes may only create rows, and change rows that they created.
 */
export interface Chronicle {
  /** What it is called in history; by it the chronicle is found again. */
  readonly cause: string
  /** Oldest first. */
  readonly past: readonly {
    readonly at: string
    /** A member of its own making; without one, whoever writes the chronicle is named. */
    readonly by: string | undefined
    readonly command: string
    readonly because: string | undefined
    readonly changes: readonly Change[]
  }[]
  /** The last commit, by whoever writes the chronicle, at the time of writing. */
  readonly closing: { readonly command: string; readonly changes: readonly Change[] }
}

/** What became of the rows around a chronicle that was taken out. */
export interface Withdrawn extends Outcome {
  /** Rows of others that stay, each with the field that pointed into the chronicle and is empty now. */
  readonly kept: readonly {
    readonly record: string
    readonly ref: string
    readonly field: string
  }[]
  /** Rows of others that hung on it alone, and went with it; links are not named. */
  readonly along: readonly { readonly record: string; readonly ref: string }[]
}

export interface Chronicles {
  readonly write: (actor: Actor, chronicle: Chronicle) => Promise<Outcome>
  /** Takes out exactly what it made and what hangs on that alone, in one commit; seq 0 when none is there. */
  readonly withdraw: (actor: Actor, cause: string, command: string) => Promise<Withdrawn>
  /** How many rows of it there are, links left out. */
  readonly rows: (workspaceId: string, cause: string) => Promise<number>
}

/** The one door to the database. Everything is read and written as somebody. */
export interface Store {
  readonly catalogue: Catalogue
  readonly reader: (actor: Actor) => Reader
  /** Runs one command: parse, decide, check access before and after, write, remember. */
  readonly apply: (
    actor: Actor,
    command: string,
    input: unknown,
    options?: ApplyOptions,
  ) => Promise<Outcome>
  readonly bulk: (actor: Actor, bulk: Bulk) => Promise<Outcome>
  /** Takes a commit back as one; refuses when a row has moved on since, naming the rows. */
  readonly undo: (
    actor: Actor,
    seq: number,
    onProgress?: (written: number) => void,
  ) => Promise<Outcome>
  readonly view: (actor: Actor, name: string, input: unknown, words?: Words) => Promise<unknown>
  readonly verify: (workspaceId: string) => Promise<Verification>
  readonly chronicles: Chronicles
  /** Forgets what history holds of some rows (GDPR); the chain stays whole. Returns how many payloads went. */
  readonly erase: (actor: Actor, record: string, ids: readonly string[]) => Promise<number>
  /** Which of these values a text field has in any row, in the trash too, or in history of what could come back. */
  readonly stillHeld: (
    workspaceId: string,
    record: string,
    field: string,
    values: readonly string[],
  ) => Promise<ReadonlySet<string>>
  readonly identity: Identity
  readonly live: Live
  readonly outbox: Outbox
  readonly importFiles: ImportFiles
  /** Takes out for good what has lain in the trash long enough; undefined when another process is at it. */
  readonly sweep: (mayGoOn?: () => boolean) => Promise<Swept | undefined>
  /** Keeps a timetable in the database: of all processes that keep it one does what is due. */
  readonly keepTimetable: (tasks: readonly Timed[]) => Promise<Timetable>
  /** How the connections to the database are used just now. */
  readonly use: () => PoolUse
  /** Does the database answer, and has it room to write? */
  readonly ready: () => Promise<Readiness>
  readonly close: () => Promise<void>
}

/**
 * The one exception to "everything is a record written by a command": who may come in. Secrets are
 * kept as SHA-256 digests only.
 */
export interface Identity extends OnceLinks {
  /** The workspaces there are; the first start makes one, with its owner as a member. */
  readonly workspaces: () => Promise<
    readonly { readonly id: string; readonly slug: string; readonly name: string }[]
  >
  readonly createWorkspace: (
    slug: string,
    name: string,
    ownerName: string,
  ) => Promise<{ readonly id: string; readonly ownerId: string }>
  /** The actor behind an API key's secret, or undefined (unknown, revoked, expired). */
  readonly byKey: (secret: string) => Promise<Actor | undefined>
  readonly byMember: (workspaceId: string, memberId: string) => Promise<Actor | undefined>
  /** The member with the owner role who signs in on the machine itself. */
  readonly owner: (workspaceId: string) => Promise<Actor>
  /**
   * Lets the sessions of a member go on as the owner's. For an archive, whose people take the place of
   * the founder: whoever read it in is the owner in person, and must not be put out by it.
   */
  readonly handOver: (member: Pick<Actor, 'id' | 'workspaceId'>) => Promise<void>
  readonly accounts: Accounts
  readonly passkeys: Passkeys
  /** Who a session stands for, in the workspace of that address or else where it was opened. */
  readonly bySession: (secret: string, slug?: string) => Promise<Actor | undefined>
  readonly closeSession: (secret: string) => Promise<void>
  /** The row that a secret was made for, whatever record it is of and whether or not it still holds. */
  readonly rowOf: (
    secret: string,
  ) => Promise<{ readonly id: string; readonly workspaceId: string } | undefined>
  readonly requests: Requests
  readonly allowances: Allowances
}

/** An idempotency key of an actor, and a name of its own for whoever is at work on it. */
export interface Claim {
  readonly workspaceId: string
  readonly actorId: string
  readonly key: string
  readonly claim: string
}

/** Requests that happen once, and their answers, for 24 hours. */
export interface Requests {
  /**
   * Claims the key, or tells what is known of it. A claim holds for 30 seconds and is then anybody's:
   * whoever made it is gone, or has to renew it.
   */
  readonly begin: (
    claim: Claim,
    fingerprint: string,
  ) => Promise<
    | { readonly is: 'new' }
    | { readonly is: 'running' }
    | { readonly is: 'other' }
    | ({ readonly is: 'done' } & Kept)
  >
  readonly renew: (claim: Claim) => Promise<void>
  /** For what no transaction of a write has kept. */
  readonly end: (claim: Claim, answer: Kept) => Promise<void>
  readonly drop: (claim: Claim) => Promise<void>
}

/** How one follows a workspace along: a snapshot of what is held whole, and step by step what came after it. */
export interface Live {
  /** Hears of every commit of this process. Returns how to stop. */
  readonly listen: (heard: (workspaceId: string, seq: number) => void) => () => void
  /** Which of these records were changed after a commit, up to another one. */
  readonly touched: Touched
  /** How far each workspace has come: one small statement for all of them. */
  readonly heads: (workspaceIds: readonly string[]) => Promise<ReadonlyMap<string, Head>>
  readonly step: (workspaceId: string, after: number) => Promise<Step>
  /** The rows out of the trash that the actor may see, the folded ones too, of one moment. */
  readonly snapshot: (
    actor: Actor,
    records: readonly string[],
    take: {
      readonly from: (seq: number) => void
      /** At most 500 rows of a record; nothing else happens to the database until it is settled. */
      readonly rows: (record: string, rows: readonly Row[]) => void | Promise<void>
    },
  ) => Promise<void>
  readonly presence: Presences
}

export interface Head {
  readonly seq: number
  /** Another text whenever somebody came, went or moved. */
  readonly presence: string
}

/** From one place in history to another. */
export interface Step {
  readonly seq: number
  /** What this actor is told of it; undefined when there is nothing to tell. The same object for all who are told the same. */
  readonly told: (actor: Actor) => Told | undefined
}

export type Told =
  | News
  /** What the actor holds can no longer be brought up to date: a snapshot has to be taken. */
  | { readonly is: 'reset'; readonly says: string }
  | Ended

export interface News {
  readonly is: 'news'
  readonly seq: number
  /** The commits of which the actor may see a change, oldest first. */
  readonly commits: readonly ToldCommit[]
  readonly changes: readonly ToldChange[]
  /** Records of which more rows changed than are told: they have to be read again. */
  readonly more: readonly string[]
}

export type ToldCommit = Pick<Commit, 'seq' | 'at' | 'actor' | 'command'> & {
  readonly cause?: string
}

/** A row as it now stands, or that it is no longer there for the actor; `seq` is the commit that did it last. */
export type ToldChange =
  | {
      readonly record: string
      readonly id: string
      readonly seq: number
      readonly row: Row
    }
  | {
      readonly record: string
      readonly id: string
      readonly seq: number
      readonly gone: true
    }
