import type { Past } from '../../../engine/change.ts'
import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import type { Graph } from '../rules/evidence-pin.ts'

/**
 * The graph as it was after a commit, out of what is there now and what history says has happened since:
 * what changed is turned back, what came is left out, and what went is put together again from its history.
 * Nothing that the reader may not see is in it.
 */
export function graphAt(reader: Reader, seq: number, at: string): PastGraph {
  let gone: Promise<readonly Row[]> | undefined
  const told = { isErased: false, isCut: false }
  const rows: Graph['rows'] = async (record, ids) => {
    const now = new Map((await reader.many(record, ids)).map((row) => [row.id, row] as const))
    const unsure = ids.filter((id) => {
      const row = now.get(id)
      return row === undefined || row.updatedAt >= at
    })
    const past = await changesOf(reader, unsure)
    return ids.flatMap((id): readonly Row[] => {
      const row = now.get(id)
      if (row !== undefined && row.updatedAt < at) return [row]
      const then = asItWas(row, past.get(id) ?? [], seq, told)
      return then === undefined ? [] : [then]
    })
  }
  const links: Graph['links'] = async (ids) => {
    const wanted = new Set(ids)
    const now = await reader.links(ids)
    const recent = now.filter((one) => one.updatedAt >= at)
    const past = await changesOf(
      reader,
      recent.map(({ id }) => id),
    )
    const still = now.flatMap((one): readonly Row[] => {
      if (one.updatedAt < at) return [one]
      const then = asItWas(one, past.get(one.id) ?? [], seq, told)
      return then === undefined ? [] : [then]
    })
    gone ??= linksGone(reader, seq, told)
    const went = (await gone).filter(
      (one) => wanted.has(String(one['fromId'])) || wanted.has(String(one['toId'])),
    )
    return [...still, ...went]
  }
  return { rows, links, told }
}

export interface PastGraph extends Graph {
  /** Something of it was erased from history, or more has happened since than is read. */
  readonly told: { isErased: boolean; isCut: boolean }
}

type Dated = Past & { readonly seq: number }

/** All changes of some rows, the oldest first, by row. */
async function changesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Dated[]>> {
  const found = new Map<string, Dated[]>()
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    let before: number | undefined
    do {
      const page = await reader.history({
        ids: some,
        limit: 200,
        ...(before === undefined ? {} : { before }),
      })
      for (const { commit, changes } of page)
        for (const one of changes)
          found.set(one.id, [{ ...one, seq: commit.seq }, ...(found.get(one.id) ?? [])])
      before = page.length < 200 ? undefined : page.at(-1)?.commit.seq
    } while (before !== undefined)
  }
  return found
}

const atOnce = 500

/** A row after a commit: played forward from where it came; turned back from now where its beginning is not told. */
function asItWas(
  now: Row | undefined,
  changes: readonly Dated[],
  seq: number,
  told: { isErased: boolean },
): Row | undefined {
  if (changes.some((one) => one.before === null && one.after === null)) told.isErased = true
  const since = changes.filter((one) => one.seq > seq)
  if (now !== undefined) {
    let row: Row | undefined = now
    for (const one of since.toReversed()) {
      if (one.op === 'create' || one.op === 'return') return undefined
      row = { ...row, ...one.before }
    }
    return row.removedAt === null ? row : undefined
  }
  let row: Record<string, unknown> | undefined
  for (const one of changes) {
    if (one.seq > seq) break
    if (one.op === 'discard') row = undefined
    else if (one.op === 'create' || one.op === 'return') row = { ...one.after }
    else row = { ...row, ...one.after }
  }
  return row === undefined || (row['removedAt'] ?? null) !== null ? undefined : (row as Row)
}

/** How many pages of commits that touched links are looked through. */
const mostPages = 20

/** Links that were there after a commit and are not there now. */
async function linksGone(
  reader: Reader,
  seq: number,
  told: { isCut: boolean; isErased: boolean },
): Promise<readonly Row[]> {
  const ids = new Set<string>()
  let before: number | undefined
  for (let page = 0; ; page++) {
    if (page === mostPages) {
      told.isCut = true
      break
    }
    const { entries, before: next } = await reader.audit({
      record: 'link',
      limit: 200,
      ...(before === undefined ? {} : { before }),
    })
    for (const { commit, changes } of entries) {
      if (commit.seq <= seq) continue
      for (const one of await everyChange(reader, commit.seq, changes))
        if (
          one.record === 'link' &&
          one.id !== null &&
          (one.op === 'remove' || one.op === 'discard')
        )
          ids.add(one.id)
    }
    if (next === null || (entries.at(-1)?.commit.seq ?? 0) <= seq) break
    before = next
  }
  const past = await changesOf(reader, [...ids])
  const living = new Set((await reader.many('link', [...ids])).map(({ id }) => id))
  return [...ids].flatMap((id): readonly Row[] => {
    if (living.has(id)) return []
    const then = asItWas(undefined, past.get(id) ?? [], seq, told)
    return then === undefined ? [] : [then]
  })
}

type Told = Awaited<ReturnType<Reader['audit']>>['entries'][number]['changes']

/** A page tells the first changes of each commit; where there may be more, the commit is asked for all. */
async function everyChange(reader: Reader, seq: number, first: Told): Promise<Told> {
  if (first.length < 20) return first
  const all: Told[number][] = []
  for (let after = -1; ;) {
    const { entries } = await reader.audit({ seq, after })
    const changes = entries[0]?.changes ?? []
    all.push(...changes)
    const last = changes.at(-1)
    if (changes.length < 1000 || last === undefined) return all
    after = last.ordinal
  }
}
