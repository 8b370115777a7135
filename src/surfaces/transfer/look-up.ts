import type { Catalogue } from '../../engine/catalogue.ts'
import type { Change } from '../../engine/change.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Reader } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { parseCell } from './cell.ts'
import type { Slot } from './mapping.ts'
import type { Draft, Fault, FileRow } from './file-row.ts'
import { sentence } from '../../engine/words.ts'
import { thing } from '../../engine/refusals.ts'

export interface Search {
  readonly reader: Reader
  /** `record text` to id, for the whole import. */
  readonly known: Map<string, string>
  readonly newId: () => string
  readonly brought: Change[]
  readonly faults: Fault[]
}

/** Replaces what cells say of other rows by those rows' ids: a ref, an id, or what names the row. */
export async function lookUp(
  catalogue: Catalogue,
  drafts: readonly Draft[],
  batch: readonly FileRow[],
  slots: readonly Slot[],
  search: Search,
): Promise<void> {
  for (const slot of slots) {
    const { field, name } = slot
    const to =
      field.kind === 'ref'
        ? field.to
        : field.kind === 'list' && field.of !== 'text'
          ? field.of
          : undefined
    if (to === undefined || to === 'any' || to === 'actor') continue
    const target = catalogue.record(to)
    // What a row hangs on is there before it: a slip in its name makes no new one.
    const mayBring = field.kind !== 'ref' || field.home !== true
    const said = drafts.flatMap((draft) =>
      Array.isArray(draft[name])
        ? (draft[name] as string[])
        : typeof draft[name] === 'string'
          ? [draft[name]]
          : [],
    )
    await learn(target, [...new Set(said)], search)
    for (const [at, draft] of drafts.entries()) {
      const value = draft[name]
      const one = (text: string): string => {
        const known = search.known.get(`${to} ${text.toLowerCase()}`)
        const id = known ?? (mayBring ? bring(target, text, search) : undefined)
        if (id !== undefined) return id
        search.faults.push({
          line: must(batch[at]).line,
          column: slot.column,
          value: text.slice(0, 120),
          says: sentence('There is no {record} "{text}" that you may see.', {
            record: thing(target),
            text: text.slice(0, 60),
          }),
        })
        return text
      }
      if (typeof value === 'string') draft[name] = one(value)
      else if (Array.isArray(value)) draft[name] = [...new Set((value as string[]).map(one))]
    }
  }
}

async function learn(
  target: RecordKind,
  texts: readonly string[],
  { reader, known }: Search,
): Promise<void> {
  const fresh = texts.filter((text) => !known.has(`${target.name} ${text.toLowerCase()}`))
  for (const text of fresh) {
    if (!namesRow(target, text)) continue
    const row = await reader.get(target.name, text)
    if (row !== undefined) known.set(`${target.name} ${text.toLowerCase()}`, row.id)
  }
  for (const field of target.natural ?? []) {
    const left = fresh.filter((text) => !known.has(`${target.name} ${text.toLowerCase()}`))
    if (left.length === 0) return
    for (const row of await reader.by(target.name, field, left))
      known.set(`${target.name} ${String(row[field]).toLowerCase()}`, row.id)
  }
}

/** Is this an id, or a ref of this record? */
const namesRow = (target: RecordKind, text: string): boolean =>
  isUuid(text) || new RegExp(`^${target.prefix}-\\d+$`, 'i').test(text)

/** A row that the file brings along: where a name alone is enough to make one. */
function bring(
  target: RecordKind,
  text: string,
  { known, newId, brought }: Search,
): string | undefined {
  // An id or a ref that is not there is a mistake, and no name for something new.
  if (namesRow(target, text)) return undefined
  const field = (target.natural ?? []).find((name) => fits(target, name, text)) ?? undefined
  if (field === undefined) return undefined
  const row: Record<string, unknown> = { [field]: text }
  for (const [name, one] of Object.entries(target.fields)) {
    if (one.required !== true || name in row) continue
    if (one.kind !== 'text' || name !== target.title) return undefined
    row[name] = text
  }
  const id = newId()
  brought.push({ op: 'create', record: target.name, id, row })
  known.set(`${target.name} ${text.toLowerCase()}`, id)
  return id
}

function fits(target: RecordKind, name: string, text: string): boolean {
  const field = target.fields[name]
  const parsed = field?.kind === 'text' ? parseCell(field, text, undefined) : undefined
  return parsed !== undefined && 'value' in parsed
}
