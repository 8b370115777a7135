import { reaches, type Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import { isUuid } from '../engine/ids.ts'
import type { Reader } from '../engine/ports.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { asks, type Effect, type Load } from '../engine/effects.ts'

/**
 * What earlier commands of a group will have written. Reads by id see it at once; any wider read
 * has it written first, so that SQL sees it too.
 */
export interface Overlay {
  readonly load: Load
  readonly add: (effects: readonly Effect[]) => void
  readonly pending: () => readonly Effect[]
  readonly clear: () => void
}

export function overlayOf(fetch: Load): Overlay {
  const rows = new Map<string, Row | undefined>()
  let effects: Effect[] = []
  return {
    load: async (record, ids, only) => {
      const found = new Map<string, Row>()
      const missing: string[] = []
      for (const id of ids) {
        if (!rows.has(keyOf(record, id))) missing.push(id)
        const row = rows.get(keyOf(record, id))
        if (row !== undefined) found.set(id, row)
      }
      if (missing.length > 0 && only === undefined)
        for (const [id, row] of await fetch(record, missing)) found.set(id, row)
      return found
    },
    add: (more) => {
      effects.push(...more)
      for (const { kind, before, after } of more)
        rows.set(keyOf(kind.name, (after ?? before)?.id ?? ''), after)
    },
    pending: () => effects,
    clear: () => {
      effects = []
      rows.clear()
    },
  }
}

/** A reader that sees the overlay: a decision inside a group reads what the group has already decided. */
export function overlaid(
  reader: Reader,
  overlay: Overlay,
  settle: { readonly flush: () => Promise<void>; readonly remember: () => Promise<void> },
  catalogue: Catalogue,
  actor: Actor,
): Reader {
  const flushed = async (): Promise<void> => {
    if (overlay.pending().length > 0) await settle.flush()
  }
  const after =
    <A extends readonly unknown[], R>(
      first: () => Promise<void>,
      read: (...given: A) => Promise<R>,
    ) =>
    async (...given: A): Promise<R> => {
      await first()
      return read(...given)
    }
  const pendingOf = (kind: RecordKind): readonly Effect[] =>
    overlay.pending().filter((effect) => effect.kind === kind || reaches(kind.read).length > 0)
  return {
    ...reader,
    get: async (record, idOrRef) => {
      const kind = catalogue.record(record)
      const pending = pendingOf(kind)
      if (pending.length === 0) return reader.get(record, idOrRef)
      const id = isUuid(idOrRef) ? idOrRef.toLowerCase() : undefined
      const isMine = pending.some(
        (one) => one.kind === kind && (one.after ?? one.before)?.id === id,
      )
      if (id !== undefined && isMine) {
        const row = (await overlay.load(record, [id])).get(id)
        if (row === undefined || row.removedAt !== null) return undefined
        if (kind.foldedBy === undefined || typeof row[kind.foldedBy] !== 'string')
          return (await asks(kind.read, row, kind, { catalogue, actor, load: overlay.load }))
            ? row
            : undefined
      } else if (id !== undefined && reaches(kind.read).length === 0) {
        const row = await reader.get(record, id)
        // Another row than the one asked for is the one it is folded under, which may be pending.
        if (row === undefined || row.id === id) return row
      }
      await flushed()
      return reader.get(record, idOrRef)
    },
    find: after(flushed, reader.find),
    many: after(flushed, reader.many),
    list: after(flushed, reader.list),
    by: after(flushed, reader.by),
    links: after(flushed, reader.links),
    walk: after(flushed, reader.walk),
    trace: after(flushed, reader.trace),
    history: after(settle.remember, reader.history),
    audit: after(settle.remember, reader.audit),
    commit: after(settle.remember, reader.commit),
    sent: after(settle.remember, reader.sent),
  }
}

const keyOf = (record: string, id: string): string => `${record} ${id}`
