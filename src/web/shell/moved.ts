import type { Past } from '../../engine/change.ts'
import type { Entry } from './changes.tsx'

/** What became of one row between two looks: all that was done to it, as one change. */
export interface Moved {
  readonly record: string
  readonly id: string
  readonly is: 'new' | 'gone' | 'back' | 'changed'
  /** The fields that stand otherwise than they did, each with both sides. */
  readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
  /** Who did it, newest first, each once. */
  readonly by: readonly string[]
  /** The newest commit of it. */
  readonly seq: number
  readonly at: string
}

/**
 * What moved after a place in history, row by row, newest first: what was done and undone is nothing,
 * and neither is what one did oneself. Entries come newest first.
 */
export function movedSince(entries: readonly Entry[], since: number, me: string): readonly Moved[] {
  const found = new Map<string, Moved>()
  const fresh = entries.filter(({ commit }) => commit.seq > since)
  for (const { commit, changes } of fresh.toReversed())
    for (const change of changes) {
      if (change.record === 'link') continue
      const key = `${change.record} ${change.id}`
      const before = found.get(key)
      const by = commit.actor.id === me ? [] : [commit.actor.name]
      found.set(key, {
        record: change.record,
        id: change.id,
        is: after(before?.is, change.op),
        fields: joined(before?.fields ?? {}, change),
        by: [...new Set([...by, ...(before?.by ?? [])])],
        seq: commit.seq,
        at: commit.at,
      })
    }
  return [...found.values()]
    .filter(({ is, fields, by }) => by.length > 0 && (is !== 'changed' || isAnything(fields)))
    .filter((one) => one.is !== 'gone' || !wasNew(fresh, one))
    .toSorted((left, right) => right.seq - left.seq)
}

/** What a row is after one more change to it. */
function after(before: Moved['is'] | undefined, op: Past['op']): Moved['is'] {
  switch (op) {
    case 'create':
      return 'new'
    case 'remove':
    case 'discard':
      return 'gone'
    case 'restore':
    case 'return':
      return before === 'gone' ? 'changed' : 'back'
    case 'update':
      return before ?? 'changed'
  }
}

/** Made and taken away again between two looks: nobody needs to know. */
const wasNew = (entries: readonly Entry[], { record, id }: Moved): boolean =>
  entries.some(({ changes }) =>
    changes.some((one) => one.op === 'create' && one.record === record && one.id === id),
  )

/** Fields that say nothing of what a row is about. */
const silent: ReadonlySet<string> = new Set(['version', 'updatedAt', 'updatedById', 'removedAt'])

function joined(fields: Moved['fields'], { op, before, after: to }: Past): Moved['fields'] {
  if (op !== 'update') return fields
  const next: Record<string, { readonly from: unknown; readonly to: unknown }> = { ...fields }
  for (const name of Object.keys({ ...before, ...to })) {
    if (silent.has(name)) continue
    const from = fields[name] === undefined ? (before?.[name] ?? null) : fields[name].from
    const now = to?.[name] ?? null
    if (JSON.stringify(from) === JSON.stringify(now)) delete next[name]
    else next[name] = { from, to: now }
  }
  return next
}

const isAnything = (fields: Moved['fields']): boolean => Object.keys(fields).length > 0
