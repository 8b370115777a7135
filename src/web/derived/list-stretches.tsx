import type { Fields } from '../../engine/field.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { LedgerStretch } from '../kit/ledger-items.ts'
import { say } from '../words/say.ts'
import { countSaid } from './count-said.ts'
import { fieldInside, fieldLabel, noneSaid, optionLabel } from './field-words.ts'
import type { Portion } from './listing.ts'
import { Pointed } from './shown.tsx'

/** The stretches of the table: under each value its word, how many, and the way to fold them. */
export function stretchesOf(
  portions: readonly Portion[],
  kind: RecordKind,
  groups: Fields,
  by: string | null,
  folded: ReadonlySet<string>,
  onFold: (id: string) => void,
): readonly LedgerStretch<Row>[] {
  const field = by === null ? undefined : groups[by]
  if (field === undefined)
    return portions.map(({ rows, total, onMore }) => ({ rows, total, onMore }))
  return portions.map(({ value, rows, total, onMore }) => {
    const id = value ?? 'none'
    const word =
      value === null || value === undefined
        ? noneSaid(field, kind.name)
        : field.kind === 'choice'
          ? optionLabel(field, value, kind.name)
          : field.kind === 'flag'
            ? value === 'true'
              ? fieldLabel(field, kind.name)
              : say('Not {field}', { field: fieldInside(field, kind.name) })
            : undefined
    return {
      rows,
      total,
      onMore,
      folded: folded.has(id),
      group: {
        id,
        title:
          word ??
          (field.kind === 'ref' ? <Pointed to={field.to} id={String(value)} /> : String(value)),
        name: say('Rows of {group}', { group: word ?? fieldLabel(field, kind.name) }),
        note: countSaid(kind, total),
        onFold: () => onFold(id),
      },
    }
  })
}
