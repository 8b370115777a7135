import { createHash } from 'node:crypto'
import { canonical } from '../engine/canonical.ts'
import { isUuid } from '../engine/ids.ts'
import type { Query } from '../engine/ports.ts'
import { invalid } from '../engine/problem.ts'
import { sentence, type Sentence } from '../engine/words.ts'

/** Where a list stopped: after the row with this value and id, or after this many of what a search found. */
export interface Cursor {
  readonly value: string | number | boolean | null
  readonly id: string
  /** The place of the last row among the candidates of a search. */
  readonly at?: number | undefined
}

/** The same list asked for again gives the same fingerprint; a cursor of another list is refused. */
export const fingerprintOf = (record: string, query: Query, sort: string): string =>
  createHash('sha256')
    .update(canonical([record, sort, query.q ?? null, query.filter ?? {}, query.state ?? 'living']))
    .digest('base64url')
    .slice(0, 16)

export const encodeCursor = (cursor: Cursor, fingerprint: string): string =>
  Buffer.from(
    JSON.stringify([fingerprint, cursor.value, cursor.id, cursor.at ?? null]),
    'utf8',
  ).toString('base64url')

/**
 * Reads a cursor that a caller hands back. It grants nothing: it only says where to go on, and what is
 * there is asked for anew. `fits` says whether the value can be one of the list's key.
 */
export function decodeCursor(
  text: string,
  fingerprint: string,
  fits: (value: unknown) => boolean,
): Cursor {
  const parts = partsOf(text)
  if (parts === undefined) throw refused(sentence('This cursor is not one that we gave.'))
  const [of, value, id, at] = parts
  if (of !== fingerprint)
    throw refused(
      sentence('This cursor belongs to another list: its sort, filter or search differ.'),
    )
  if (typeof id !== 'string' || !isUuid(id))
    throw refused(sentence('This cursor is not one that we gave.'))
  if (
    at !== null &&
    !(typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= 1_000_000)
  )
    throw refused(sentence('This cursor is not one that we gave.'))
  if (value !== null && !fits(value))
    throw refused(sentence('This cursor is not one that we gave.'))
  return { value: value as Cursor['value'], id: id.toLowerCase(), at: at ?? undefined }
}

function partsOf(text: string): readonly [unknown, unknown, unknown, unknown] | undefined {
  if (text.length > 8_000 || !/^[\w-]+$/.test(text)) return undefined
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(parts) && parts.length === 4
      ? (parts as [unknown, unknown, unknown, unknown])
      : undefined
  } catch {
    return undefined
  }
}

const refused = (says: Sentence) =>
  invalid(sentence('{says} Begin again without a cursor.', { says }), [
    { at: 'cursor', says: 'Leave it out, or give the one that the page before gave.' },
  ])
