import type { Commit, Past } from './change.ts'
import type { Bare, Row } from './record.ts'

/** A condition on one field: one of these values, a range (either end open, both included), or nothing there. */
export type Condition =
  | { readonly in: readonly (string | number | boolean)[] }
  | { readonly from?: string | number; readonly to?: string | number }
  | { readonly none: true }

export interface Query {
  /** Words to search for, typos forgiven. */
  readonly q?: string | undefined
  readonly filter?: Readonly<Record<string, Condition>> | undefined
  /** A sortable field, `-` before it for descending; the record's own order without it. */
  readonly sort?: string | undefined
  /** 1 to 200; 50 without it. */
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly count?: 'exact' | undefined
  /** Living rows, those in the trash, or those folded under another. */
  readonly state?: 'living' | 'removed' | 'folded' | undefined
}

export interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
  /** Present when asked for; counting stops at 10,000, and then `totalIsLeast` is true. */
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** One edge of the line as a walk crosses it, from the higher end to the lower one. */
export interface Edge {
  readonly above: string
  readonly below: string
  /** The declared relation, or the field that ties the two. */
  readonly relation: string
  readonly polarity: 'for' | 'against' | 'neither'
  /** Computed at 0 to 1 where somebody gave one. */
  readonly strength: number | null
  readonly note: string | null
  readonly linkId: string | null
  readonly at: string
}

/** Everything above or below a row that the reader may see, nearest first, each row once. */
export interface Walk<R extends Bare = Row> {
  readonly rows: readonly { readonly record: string; readonly row: R; readonly depth: number }[]
  readonly edges: readonly Edge[]
  /** Rows on the line that this reader may not see. */
  readonly hidden: number
  /** The walk met its bound (depth 12, 5,000 rows) and stopped. */
  readonly cut: boolean
}

/** How a trace is made: a walk from many rows at once, whose rows are read no further than is asked for. */
export interface Tracing {
  readonly way: 'up' | 'down'
  /** Of the rows of this record, which fields; undefined for all of them. */
  readonly fields: (record: string) => readonly string[] | undefined
  /** How many edges it goes at most; as far as a walk without it. */
  readonly steps?: number
  /** How many rows it gathers at most; as many as a walk without it. */
  readonly most?: number
}

/** The most rows that `by` of a reader gives. */
export const mostBy = 10_000

/** How anything is read: always as somebody, never past what that somebody may see. */
export interface Reader {
  /** By id or short ref; a folded row's ref gives the row it was folded under. */
  get(record: string, idOrRef: string): Promise<Row | undefined>
  /** By short ref or id alone, whatever its record. */
  find(idOrRef: string): Promise<{ readonly record: string; readonly row: Row } | undefined>
  many(record: string, ids: readonly string[]): Promise<readonly Row[]>
  list(record: string, query: Query): Promise<Page>
  /** Living rows whose `field` is one of `values`, at most `mostBy`; the field must be filterable or unique. */
  by(record: string, field: string, values: readonly string[]): Promise<readonly Row[]>
  /** Living links that touch any of these rows, on either end. */
  links(ids: readonly string[]): Promise<readonly Row[]>
  walk(record: string, id: string, way: 'up' | 'down'): Promise<Walk>
  /** A walk from all of these at once, for what counts rows by the thousand and tells few of them. */
  trace(record: string, ids: readonly string[], how: Tracing): Promise<Walk<Bare>>
  /** A commit and what it changed, oldest change first, at most 5,000 changes. */
  commit(
    seq: number,
  ): Promise<{ readonly commit: Commit; readonly changes: readonly Past[] } | undefined>
  /** What was sent for a row of this record, newest first, at most 200; none for who may not see the row. */
  sent(record: string, id: string, limit: number): Promise<readonly Sending[]>
  /** History, newest first: of one row or some, or of the workspace with the first 20 changes of each commit. */
  history(query: {
    readonly id?: string
    readonly ids?: readonly string[]
    readonly before?: number
    readonly limit?: number
  }): Promise<readonly { readonly commit: Commit; readonly changes: readonly Past[] }[]>
  /** All of history, also what the reader may not see: of that only who did what kind of thing, and when. */
  audit(query: AuditQuery): Promise<AuditPage>
}

/** What is asked of the whole of history, all of it together. */
export interface AuditQuery {
  /** Whoever did it, by the id of the member or key, or of the system. */
  readonly by?: string | undefined
  readonly command?: string | undefined
  /** Commits that changed a row of this record, and of those only such changes. */
  readonly record?: string | undefined
  /** Commits that changed one of these rows, and of those only such changes. */
  readonly rowIds?: readonly string[] | undefined
  /** Not before this moment, and before that one. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only commits before this one; the page before says where it ended. */
  readonly before?: number | undefined
  /** 1 to 200; 50 without it. */
  readonly limit?: number | undefined
  /** This one commit, with its changes after an ordinal, at most 1,000. */
  readonly seq?: number | undefined
  readonly after?: number | undefined
}

/** A change as an audit tells it. What is `hidden` from the reader, or `erased`, has no content. */
export interface Audited {
  readonly ordinal: number
  readonly op: Past['op']
  readonly record: string
  readonly is: 'shown' | 'hidden' | 'erased'
  readonly id: string | null
  readonly ref: string | null
  readonly title: string | null
  readonly before: Past['before']
  readonly after: Past['after']
}

export interface AuditPage {
  /** Newest first, each with its first 20 changes. */
  readonly entries: readonly { readonly commit: Commit; readonly changes: readonly Audited[] }[]
  /** Where it goes on; null at the beginning of history. A page may be short, even empty, and go on. */
  readonly before: number | null
}

/** A message that was sent for a row to an address outside, or is on its way there. */
export interface Sending {
  /** The commit that it tells of. */
  readonly seq: number
  /** The message's own id: the same however often it is sent. */
  readonly id: string
  readonly is: 'commit' | 'greeting'
  /** `waiting` is tried again at `dueAt`; of `nothing` there was nothing to tell. */
  readonly state: 'waiting' | 'delivered' | 'failed' | 'nothing'
  readonly tries: number
  readonly createdAt: string
  readonly dueAt: string | null
  /** When it was last tried, what came back, and after how many milliseconds. */
  readonly sentAt: string | null
  readonly status: number | null
  readonly tookMs: number | null
  /** The beginning of the answer. */
  readonly answer: string | null
  /** Why nothing came back. */
  readonly fault: string | null
}

/** Time, ids and chance come in from outside, so that a run can be repeated. */
export interface Ports {
  readonly now: () => Date
  /** UUID version 7. */
  readonly newId: () => string
  /** 32 unguessable bytes, base64url. */
  readonly newSecret: () => string
  readonly work: Work
}

/** Works out what takes long, beside whatever answers requests: a task that the app knows by this name, on plain data. */
export type Work = <T>(task: string, asked: unknown) => Promise<T>
