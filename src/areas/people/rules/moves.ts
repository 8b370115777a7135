import type { Past } from '../../../engine/change.ts'
import type { RecordKind } from '../../../engine/record.ts'

/** One choice of a row that was made otherwise: from which value to which. */
export interface Move {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

/** The choices that a change of a row made otherwise, such as its state: what moves it. Who sees it is no move. */
export function movesIn(kind: RecordKind, { op, before, after }: Past): readonly Move[] {
  if (op !== 'update') return []
  return Object.entries(kind.fields).flatMap(([field, { kind: is }]): readonly Move[] => {
    if (is !== 'choice' || field === 'visibility' || after?.[field] === undefined) return []
    return [{ field, from: asWord(before?.[field]), to: asWord(after[field]) }]
  })
}

const asWord = (value: unknown): string | null => (typeof value === 'string' ? value : null)
