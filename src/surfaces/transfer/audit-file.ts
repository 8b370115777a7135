import { Readable } from 'node:stream'
import type { Audited } from '../../engine/ports.ts'
import { invalid } from '../../engine/problem.ts'
import type { Words } from '../../engine/words.ts'
import type { Actor } from '../../engine/access.ts'
import type { Store } from '../../store/store.ts'
import { guards, type Answer } from '../rest/answer.ts'
import { auditFilters } from '../rest/audit-filters.ts'
import type { Doors } from '../rest/door.ts'
import { inputOf } from '../rest/inputs.ts'
import { parametersOf } from '../rest/parameters.ts'
import { base, type Route } from '../rest/route.ts'
import { writeCsv } from './csv-write.ts'

/** As the view answers. */
interface Page {
  readonly entries: readonly Entry[]
  readonly before: number | null
}

interface Entry {
  readonly seq: number
  readonly at: string
  readonly by: { readonly kind: string; readonly id: string; readonly name: string }
  readonly command: string
  readonly cause: string | null
  readonly count: number
  readonly hash: string
  readonly changes: readonly Audited[]
}

/** The audit as a file, of all that its filters leave, however much that is: one change a line, newest commit first. */
export function auditRoutes(store: Store, doors: Doors): readonly Route[] {
  const view = store.catalogue.view('audit')
  if (view === undefined) return []
  return [
    {
      method: 'GET',
      path: `${base}/audit/export`,
      handle: doors.reading(async ({ actor, needs, url, words }) => {
        needs('read', '*')
        const given = new Map(parametersOf(url))
        const format = given.get('format') ?? 'csv'
        given.delete('format')
        if (format !== 'csv' && format !== 'jsonl')
          throw invalid('An export is csv or jsonl.', [{ at: '?format', says: 'csv or jsonl.' }])
        const asked = inputOf(auditFilters(view), given)
        // what is wrong with the question is told before the file begins
        await store.view(actor, view.name, { ...asked, limit: 1 }, words)
        const lines = linesOf(store, actor, asked, words)
        return file(format === 'csv' ? asCsv(lines) : asJsonLines(lines), format)
      }),
    },
  ]
}

type Plain = Readonly<Record<string, unknown>>

/** A change with its commit, flat. */
type Line = Readonly<Record<(typeof columns)[number], unknown>>

const columns = [
  'seq',
  'at',
  'byKind',
  'by',
  'byId',
  'command',
  'cause',
  'op',
  'record',
  'ref',
  'title',
  'id',
  'is',
  'before',
  'after',
  'hash',
] as const

/** So many changes of a commit stand in a page of the view; a commit with more is read by itself. */
const inPage = 20

async function* linesOf(
  store: Store,
  actor: Actor,
  asked: Plain,
  words: Words,
): AsyncIterable<Line> {
  const read = async (more: Plain): Promise<Page> =>
    (await store.view(actor, 'audit', more, words)) as Page
  for (let before: number | null | undefined; before !== null;) {
    const page: Page = await read({
      ...asked,
      limit: 200,
      ...(before === undefined ? {} : { before }),
    })
    for (const entry of page.entries)
      if (entry.changes.length < inPage) yield* entry.changes.map((one) => lineOf(entry, one))
      else
        for await (const change of everyChange(read, entry))
          if (asked['record'] === undefined || change.record === asked['record'])
            yield lineOf(entry, change)
    before = page.before
  }
}

async function* everyChange(
  read: (more: Plain) => Promise<Page>,
  { seq }: Entry,
): AsyncIterable<Audited> {
  for (let after: number | undefined; ;) {
    const page = await read({ seq, ...(after === undefined ? {} : { after }) })
    const changes = page.entries[0]?.changes ?? []
    yield* changes
    after = changes.at(-1)?.ordinal
    if (after === undefined) return
  }
}

const lineOf = (
  { seq, at, by, command, cause, hash }: Entry,
  { op, record, ref, title, id, is, before, after }: Audited,
): Line => ({
  seq,
  at,
  byKind: by.kind,
  by: by.name,
  byId: by.id,
  command,
  cause,
  op,
  record,
  ref,
  title,
  id,
  is,
  before,
  after,
  hash,
})

async function* asJsonLines(lines: AsyncIterable<Line>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

function asCsv(lines: AsyncIterable<Line>): AsyncIterable<string> {
  async function* rows(): AsyncIterable<readonly string[]> {
    yield columns
    for await (const line of lines) yield columns.map((name) => cell(line[name]))
  }
  return writeCsv(rows())
}

const cell = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

const file = (lines: AsyncIterable<string>, format: 'csv' | 'jsonl'): Answer => ({
  status: 200,
  body: Readable.toWeb(Readable.from(lines)) as ReadableStream<Uint8Array>,
  headers: {
    ...guards,
    'Content-Type':
      format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl; charset=utf-8',
    'Content-Disposition': `attachment; filename="audit.${format}"`,
  },
})
