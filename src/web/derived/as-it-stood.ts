import type { Past } from '../../engine/change.ts'
import { givenFields, same } from '../../engine/crud.ts'
import type { RecordKind, Row } from '../../engine/record.ts'

type Plain = Readonly<Record<string, unknown>>

/**
 * What makes a row again what it was before its newest changes: of the fields that a person gives, those
 * that differ now, with what stood in them then. `later` are those changes, newest first, all of them.
 */
export function asItStood(kind: RecordKind, row: Row, later: readonly Past[]): Plain {
  const then: Plain = Object.assign(
    {},
    ...later.map((change) => (change.op === 'update' ? change.before : {})),
  )
  const given = Object.keys(givenFields(kind)).filter((name) => name in then)
  return Object.fromEntries(
    given.flatMap((name) => {
      if (same(then[name] ?? null, row[name] ?? null)) return []
      return [[name, name === 'custom' ? ownAsTheyStood(row.custom, then[name]) : then[name]]]
    }),
  )
}

/** Own fields are given one by one: what was not there then is emptied. */
function ownAsTheyStood(now: Plain, before: unknown): Plain {
  const then = (before ?? {}) as Plain
  const keys = [...new Set([...Object.keys(now), ...Object.keys(then)])]
  return Object.fromEntries(
    keys
      .filter((key) => !same(now[key] ?? null, then[key] ?? null))
      .map((key) => [key, then[key] ?? null]),
  )
}
