import type { Actor } from './access.ts'
import type { Change, Past } from './change.ts'
import type { Reader } from './ports.ts'
import type { Row } from './record.ts'

/**
 * What has to hold of a row once an undo has turned it back. A command sees to it as it decides, but an undo
 * decides nothing. Asked with everything written and nothing kept yet; throws the refusal.
 */
export type UndoLaw = (
  turned: { readonly before: Row | undefined; readonly after: Row | undefined },
  scene: { readonly actor: Actor; readonly reader: Reader },
) => Promise<void>

/** The changes that take a past change back. Versions are checked by the write path, not here. */
export function inverse(past: Past): Change {
  const { record, id } = past
  switch (past.op) {
    case 'create':
    case 'return':
      return { op: 'discard', record, id }
    case 'update':
      return { op: 'update', record, id, patch: past.before ?? {} }
    case 'remove':
      return { op: 'restore', record, id }
    case 'restore':
      return { op: 'remove', record, id }
    case 'discard':
      return { op: 'return', record, id, row: past.before ?? {} }
  }
}
