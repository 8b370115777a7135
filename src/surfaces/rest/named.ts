import type { Catalogue } from '../../engine/catalogue.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Reader } from '../../engine/ports.ts'
import { Problem, unknown } from '../../engine/problem.ts'
import { base } from './route.ts'
import { Refusal } from './problem.ts'
import { sentence } from '../../engine/words.ts'
import { noRecord, notThere as noRow } from '../../engine/refusals.ts'

/** What an address calls a record, as the store knows it; what can be no id or ref of this kind is `unknown` without asking. */
export function nameIn(kind: RecordKind, part: string): string {
  if (isUuid(part)) return part.toLowerCase()
  const ref = part.toUpperCase()
  if (ref.startsWith(`${kind.prefix}-`) && /^\d{1,15}$/.test(ref.slice(kind.prefix.length + 1)))
    return ref
  throw notThere(kind, part)
}

/** The same for an address that takes a record of any kind. */
export function nameOfAny(catalogue: Catalogue, part: string): string {
  if (isUuid(part)) return part.toLowerCase()
  const ref = part.toUpperCase()
  const prefix = /^([A-Z]{1,12})-\d{1,15}$/.exec(ref)?.[1]
  if (prefix !== undefined && catalogue.recordOfPrefix(prefix) !== undefined) return ref
  throw unknown(noRecord(part.slice(0, 64)))
}

/**
 * The id of a row in the trash. By its ref it is looked for among what lies there: a reader finds
 * refs of living rows only, and the trash is emptied after some days.
 */
export async function trashedId(kind: RecordKind, part: string, reader: Reader): Promise<string> {
  const name = nameIn(kind, part)
  if (isUuid(name)) return name
  const living = await reader.get(kind.name, name)
  if (living !== undefined) return living.id
  let cursor: string | undefined
  do {
    const page = await reader.list(kind.name, { state: 'removed', limit: 200, cursor })
    const found = page.data.find((row) => row.ref === name)
    if (found !== undefined) return found.id
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  throw notThere(kind, part)
}

/** The one sentence for "not there" and "not for you". */
export const notThere = (kind: RecordKind, part: string): Problem =>
  unknown(noRow(kind, part.slice(0, 64)))

/**
 * The row of an address. A row that was folded under another answers with where it is now (308, which
 * keeps method and body), so that a link to it works for ever.
 */
export async function rowAt(
  kind: RecordKind,
  part: string,
  reader: Reader,
  url: string,
): Promise<Row> {
  const name = nameIn(kind, part)
  const row = await reader.get(kind.name, name)
  if (row === undefined) throw notThere(kind, part)
  if (row.ref !== name && row.id !== name) throw movedTo(kind, row, part, url)
  return row
}

export const addressOf = (kind: RecordKind, row: Row): string => `${base}/${kind.plural}/${row.ref}`

function movedTo(kind: RecordKind, row: Row, part: string, url: string): Refusal {
  const mark = url.indexOf('?')
  const says = sentence('{name} was merged into {ref}. Use that from now on.', {
    name: part.slice(0, 64),
    ref: row.ref,
  })
  return new Refusal(308, new Problem('unknown', says, [], { survivor: row.ref }), {
    Location: `${addressOf(kind, row)}${mark === -1 ? '' : url.slice(mark)}`,
  })
}
