import type { Catalogue } from '../../engine/catalogue.ts'
import type { Past } from '../../engine/change.ts'
import type { Reader } from '../../engine/ports.ts'

/** One change of a row, as it is told outside. */
interface Told {
  /** The record and what became of its row: `idea.created`. */
  readonly type: string
  readonly record: string
  readonly id: string
  readonly ref: string | null
  /** The fields that it set, with their values; null for one that it emptied. */
  readonly fields: Readonly<Record<string, unknown>>
}

export interface Message {
  /** That of its first change. */
  readonly type: string
  readonly timestamp: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Webhooks are told nothing of webhooks: to ask for a test would tell of the asking. */
export const untold: readonly string[] = ['webhook']

/** Of a commit at most so many changes are told, and so many bytes; then it says that there are more. */
const mostChanges = 100
const mostBytes = 256_000

/**
 * What a commit did, as far as the reader may see it now and the webhook is told of it; undefined when
 * that is nothing. The first change is what the command was about, the others stand beside it.
 */
export async function messageOf(
  catalogue: Catalogue,
  reader: Reader,
  seq: number,
  records: readonly string[],
): Promise<Message | undefined> {
  const found = await reader.commit(seq)
  const changes = (found?.changes ?? []).filter(
    ({ record }) => !untold.includes(record) && (records.length === 0 || records.includes(record)),
  )
  if (found === undefined || changes.length === 0) return undefined
  const { commit } = found
  const refs = await refsOf(reader, changes.slice(0, mostChanges))
  const told: Told[] = []
  let bytes = 0
  for (const change of changes.slice(0, mostChanges)) {
    const one = toldOf(catalogue, change, refs.get(change.id) ?? null)
    bytes += Buffer.byteLength(JSON.stringify(one))
    if (told.length > 0 && bytes > mostBytes) break
    told.push(one)
  }
  const [first, ...also] = told
  if (first === undefined) return undefined
  const { type, ...what } = first
  return {
    type,
    timestamp: commit.at,
    data: {
      ...what,
      seq: commit.seq,
      by: commit.actor,
      at: commit.at,
      command: commit.command,
      because: commit.cause,
      also,
      more: told.length < changes.length,
    },
  }
}

const verbs: Readonly<Record<Past['op'], string>> = {
  create: 'created',
  update: 'changed',
  remove: 'removed',
  restore: 'restored',
  discard: 'discarded',
  return: 'returned',
}

function toldOf(catalogue: Catalogue, change: Past, ref: string | null): Told {
  const { op, record, id, before, after } = change
  const known = catalogue.record(record).fields
  // What is discarded is gone, and not emptied.
  const sides = op === 'discard' ? {} : { ...before, ...after }
  const names = Object.keys(sides).filter((name) => name in known || name === 'custom')
  const fields = Object.fromEntries(names.map((name) => [name, after?.[name] ?? null]))
  return { type: `${record}.${verbs[op]}`, record, id, ref, fields }
}

/** The refs of changed rows: from the change where it has the whole row, else from the row, in the trash too. */
async function refsOf(
  reader: Reader,
  changes: readonly Past[],
): Promise<ReadonlyMap<string, string>> {
  const refs = new Map<string, string>()
  for (const { id, before, after } of changes) {
    const ref = after?.['ref'] ?? before?.['ref']
    if (typeof ref === 'string') refs.set(id, ref)
  }
  for (const record of new Set(changes.map((one) => one.record))) {
    const without = changes.filter((one) => one.record === record && !refs.has(one.id))
    if (without.length === 0) continue
    const ids = new Set(without.map(({ id }) => id))
    for (const row of await reader.many(record, [...ids])) refs.set(row.id, row.ref)
    if ([...ids].every((id) => refs.has(id))) continue
    const trash = await reader.list(record, { state: 'removed', limit: 200 })
    for (const row of trash.data) if (ids.has(row.id)) refs.set(row.id, row.ref)
  }
  return refs
}
