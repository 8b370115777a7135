import { keyOf, type Fact } from './held.ts'
import type { News } from './live.ts'

/** Rows made here that the line has not come to yet. */
export interface Ahead {
  /** Rows that were written here at a place in history, none of them known before. */
  readonly made: (facts: readonly Fact[], at: number) => void
  /**
   * A step tells what differs between its two ends. A row that was made here in between and is not told
   * at the end is gone again, or out of sight, and nobody else would say so.
   */
  readonly vanished: (news: News) => readonly Fact[]
  /** Such a row is kept for no later visit: that one would not know to ask whether it is there still. */
  readonly has: (fact: Fact) => boolean
  readonly clear: () => void
}

export function aheadOfTheLine(): Ahead {
  const rows = new Map<
    string,
    { readonly record: string; readonly id: string; readonly at: number }
  >()
  return {
    made: (facts, at) => {
      for (const { record, id } of facts) rows.set(keyOf(record, id), { record, id, at })
    },
    vanished: ({ seq, changes, more }) => {
      const told = new Set(changes.map((fact) => keyOf(fact.record, fact.id)))
      return [...rows].flatMap(([key, { record, id, at }]) => {
        if (at > seq) return []
        rows.delete(key)
        return told.has(key) || more.includes(record) ? [] : [{ record, id, gone: true } as const]
      })
    },
    has: ({ record, id }) => rows.has(keyOf(record, id)),
    clear: () => rows.clear(),
  }
}
