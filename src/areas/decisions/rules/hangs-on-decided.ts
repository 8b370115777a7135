import { same } from '../../../engine/crud.ts'
import type { Row } from '../../../engine/record.ts'
import type { RowLaw } from '../../../engine/row-law.ts'
import { isOpen, locked } from './decided-text.ts'

/**
 * What hangs on a decision is part of it once it was decided: neither a file nor an undo makes it, rewords
 * it or takes it away. Where the decision itself goes or comes back, it goes with it. A decision of which no
 * evidence was pinned came from elsewhere, and a file may bring what hung on it there.
 */
export const hangsOnDecided: RowLaw = async ({ before, after }, { reader, comesBack }) => {
  if (!differs(before, after)) return
  for (const id of new Set([before?.['decisionId'], after?.['decisionId']])) {
    if (typeof id !== 'string' || comesBack(id)) continue
    const home = await reader.get('decision', id)
    if (home === undefined || isOpen(home)) continue
    if (before === undefined && typeof home['evidenceHash'] !== 'string') continue
    throw locked(home, ['decisionId'])
  }
}

/** The same of an assumption: it may be added later, and whether it holds may always be said. */
export const assumesOfDecided: RowLaw = async (turned, scene) => {
  const { before, after } = turned
  if (before === undefined || after === undefined) return
  const { state, custom } = before
  await hangsOnDecided({ before, after: { ...after, state, custom } }, scene)
}

/** In what people gave: not in when, by whom or how often it was written, nor whether it is in the trash. */
function differs(before: Row | undefined, after: Row | undefined): boolean {
  if (before === undefined || after === undefined) return true
  return Object.keys(after).some(
    (name) => !kept.has(name) && !same(before[name] ?? null, after[name] ?? null),
  )
}

const kept: ReadonlySet<string> = new Set([
  'version',
  'updatedAt',
  'removedAt',
  'stations',
  'custom',
])
