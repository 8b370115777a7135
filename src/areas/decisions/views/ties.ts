import type { Reader } from '../../../engine/ports.ts'
import { grouped } from '../rules/lint/material.ts'

/** Links from some rows and to some rows, by the relation and either end. */
export interface Ties {
  readonly forth: (id: string, relation: string) => readonly string[]
  readonly back: (id: string, relation: string) => readonly string[]
}

/** So many rows at once, so that their links stay within what one reading gives. */
const atOnce = 500

/** The links that begin at some rows, and those that end at others, as far as the reader sees both ends. */
export async function tiesOf(
  reader: Reader,
  { from, to = [] }: { readonly from: readonly string[]; readonly to?: readonly string[] },
): Promise<Ties> {
  const asked = [
    ...chunks(from).map((ids) => reader.by('link', 'fromId', ids)),
    ...chunks(to).map((ids) => reader.by('link', 'toId', ids)),
  ]
  const links = new Map((await Promise.all(asked)).flat().map((row) => [row.id, row] as const))
  const ties = [...links.values()].map((row) => ({
    from: String(row['fromId']),
    relation: String(row['relation']),
    to: String(row['toId']),
  }))
  const byFrom = grouped(ties, (one) => `${one.relation} ${one.from}`)
  const byTo = grouped(ties, (one) => `${one.relation} ${one.to}`)
  return {
    forth: (id, relation) => (byFrom.get(`${relation} ${id}`) ?? []).map((one) => one.to),
    back: (id, relation) => (byTo.get(`${relation} ${id}`) ?? []).map((one) => one.from),
  }
}

const chunks = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, at) =>
    ids.slice(at * atOnce, (at + 1) * atOnce),
  )
