import type { Actor } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import { isUuid } from '../engine/ids.ts'
import type { Reader } from '../engine/ports.ts'
import type { Row } from '../engine/record.ts'
import { asks, type Effect, type Load } from './effects.ts'

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
    load: async (record, ids) => {
      const found = new Map<string, Row>()
      const missing: string[] = []
      for (const id of ids) {
        if (!rows.has(keyOf(record, id))) missing.push(id)
        const row = rows.get(keyOf(record, id))
        if (row !== undefined) found.set(id, row)
      }
      if (missing.length > 0)
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
  flush: () => Promise<void>,
  catalogue: Catalogue,
  actor: Actor,
): Reader {
  const settled = async (): Promise<void> => {
    if (overlay.pending().length > 0) await flush()
  }
  const after =
    <A extends readonly unknown[], R>(read: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      await settled()
      return read(...given)
    }
  return {
    ...reader,
    get: async (record, idOrRef) => {
      const touched =
        isUuid(idOrRef) &&
        overlay
          .pending()
          .some(
            ({ kind, after: now, before }) =>
              kind.name === record && (now ?? before)?.id === idOrRef,
          )
      if (!touched) return reader.get(record, idOrRef)
      const row = (await overlay.load(record, [idOrRef])).get(idOrRef)
      const kind = catalogue.record(record)
      if (row === undefined || row.removedAt !== null) return undefined
      return (await asks(kind.read, row, kind, { catalogue, actor, load: overlay.load }))
        ? row
        : undefined
    },
    find: after(reader.find),
    many: after(reader.many),
    list: after(reader.list),
    by: after(reader.by),
    links: after(reader.links),
    walk: after(reader.walk),
    history: after(reader.history),
    commit: after(reader.commit),
  }
}

const keyOf = (record: string, id: string): string => `${record} ${id}`
