import type { Change, Past } from './change.ts'

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
