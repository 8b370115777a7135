import { denied } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import type { RowLaw } from '../../../engine/row-law.ts'
import { sentence } from '../../../engine/words.ts'
import { changedIn, isOpen, locked, mayDecide } from './decided-text.ts'
import { keptByApprover, takenFromApprover } from './keeps-approver.ts'

/**
 * What was decided stays what it was, also past an undo: its text does not change under a decision that is
 * in force, and only who decides takes it back to open. While it is open its approver keeps a one-way door.
 */
export const staysDecided: RowLaw = async ({ before, after }, { actor }) => {
  if (before === undefined || after === undefined) return
  if (isOpen(before)) {
    const taken = takenFromApprover(before, after, actor)
    if (taken.length > 0) throw keptByApprover(before, taken)
    return
  }
  if (isOpen(after)) {
    if (!mayDecide(before, actor)) throw notTheirs(before)
    return
  }
  const at = changedIn(before, after)
  if (at.length > 0) throw locked(before, at)
}

const notTheirs = (row: Row) =>
  denied(
    sentence('{ref} was decided. Only its approver or an owner takes it back to open.', {
      ref: row.ref,
    }),
  )
