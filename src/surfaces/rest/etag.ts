import { createHash } from 'node:crypto'
import { invalid } from '../../engine/problem.ts'
import type { Row } from '../../engine/record.ts'
import { sentence } from '../../engine/words.ts'

/**
 * The tag of one record: its version, then a digest of what was sent. The version alone would not do
 * for If-None-Match, because what is worked out for a row (its line, its roll-ups) moves without it.
 */
export const etagOf = (row: Row, body: string): string =>
  `"${row.version}.${createHash('sha1').update(body).digest('base64url').slice(0, 12)}"`

/** The version that an If-Match names; undefined when it names none. Throws `invalid` when it cannot be read. */
export function versionIn(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined
  const version = /^\s*(?:W\/)?"(\d{1,15})(?:\.[\w-]*)?"\s*$/.exec(ifMatch)?.[1]
  if (version !== undefined) return Number(version)
  const says = sentence('Send one ETag as the record gave it, such as "3".')
  throw invalid(sentence('The header If-Match cannot be read. {says}', { says }), [
    { at: 'If-Match', says },
  ])
}

/** Does an If-None-Match hold this tag? */
export const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
