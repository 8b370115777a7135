import type { Actor } from '../../engine/access.ts'
import type { Change } from '../../engine/change.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import { same } from '../../engine/crud.ts'
import { checkCustom, ownFields, type OwnField } from '../../engine/custom.ts'
import type { Field, ProseNode } from '../../engine/field.ts'
import type { Reader } from '../../engine/ports.ts'
import { must, Problem } from '../../engine/problem.ts'
import { plainOf, proseOf } from '../../engine/prose.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import type { RowLaw, Turned } from '../../engine/row-law.ts'
import { breather } from '../../store/breathe.ts'
import { parseCell } from './cell.ts'
import type { Draft, Fault, FileRow } from './file-row.ts'
import { unguard } from '../../engine/formula-guard.ts'
import { lookUp } from './look-up.ts'
import { slotsOf, type Mapping, type Slot } from './mapping.ts'
import { keyOf, refuseTwice, rowsThere, type Key } from './recognise.ts'
import { sentence, declaredWord } from '../../engine/words.ts'
import { notThere } from '../../engine/refusals.ts'

/** What a batch of file rows would do. */
export interface Planned {
  readonly changes: readonly Change[]
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly faults: readonly Fault[]
}

export type Plan = (batch: readonly FileRow[]) => Promise<Planned>

/** In whose name a file is read, and what it sees. */
interface Scene {
  readonly actor: Actor
  readonly reader: Reader
  readonly newId: () => string
}

/**
 * Makes the function that turns batches of file rows into changes. It finds rows that are already
 * there (by id or ref, by origin, else by what names them), looks up what they point at, makes what a
 * file may bring along (a company, a tag), and tells every cell that does not fit.
 */
export function planOf(
  catalogue: Catalogue,
  mapping: Mapping,
  columns: readonly string[],
  scene: Scene,
): Plan {
  const { reader, newId } = scene
  const kind = must(
    catalogue.records.find((one) => one.name === mapping.record),
    mapping.record,
  )
  const slots = slotsOf(kind, mapping, columns)
  const needed = unmapped(kind, slots)
  const known = new Map<string, string>()
  const first = new Map<string, number>()
  const breathe = breather()
  return async (batch) => {
    const faults: Fault[] = []
    const drafts: Draft[] = []
    for (const row of batch) {
      drafts.push(draftOf(kind, slots, row, mapping, faults))
      await breathe()
    }
    const brought: Change[] = []
    await lookUp(catalogue, drafts, batch, slots, { reader, known, newId, brought, faults })
    const keys = drafts.map((draft, at) => keyOf(kind, draft, must(batch[at])))
    const twice: Fault[] = []
    refuseTwice(kind, keys, drafts, batch, first, twice)
    faults.push(...twice.map((fault) => ({ ...fault, column: columnOf(fault.column, slots) })))
    const found = await rowsThere(kind, keys, drafts, reader)
    const counts = { creates: 0, updates: 0, unchanged: 0 }
    const changes: Change[] = []
    for (const [at, draft] of drafts.entries()) {
      await breathe()
      const row = must(batch[at])
      const key = must(keys[at])
      const there = found.get(key.key)
      if (key.is === 'name of row' && there === undefined)
        faults.push({
          line: row.line,
          column: key.column,
          value: key.value,
          says: notThere(kind, key.value),
        })
      await settleCustom(kind, draft, row, there, reader, faults)
      if (there === undefined) {
        faults.push(...lacking(kind, draft, row, slots, needed))
        const made = { ...key.origin, ...draft }
        const id = newId()
        if (kind.law !== undefined) {
          // All that is there of it yet is what the file says.
          const after = { ...made, id } as unknown as Row
          const refusal = await refusalOf(kind.law, { before: undefined, after }, scene)
          faults.push(...placed(refusal, row, key, slots))
        }
        changes.push({ op: 'create', record: kind.name, id, row: made })
        counts.creates += 1
        continue
      }
      const patch = Object.fromEntries(
        Object.entries(draft).filter(([name, value]) => !says(kind, name, there, value)),
      )
      if (Object.keys(patch).length === 0) counts.unchanged += 1
      else {
        counts.updates += 1
        if (kind.law === undefined) {
          changes.push({ op: 'update', record: kind.name, id: there.id, patch })
          continue
        }
        const after = { ...there, ...patch }
        const refusal = await refusalOf(kind.law, { before: there, after }, scene)
        faults.push(...placed(refusal, row, key, slots))
        // What the law allowed of the row as it was read need not be allowed once it was changed since.
        const { id, version } = there
        changes.push({ op: 'update', record: kind.name, id, patch, version })
      }
    }
    return { changes: [...brought, ...changes], ...counts, faults }
  }
}

/** Why a row may not become so, by the law of its record. */
async function refusalOf(law: RowLaw, turned: Turned, scene: Scene): Promise<Problem | undefined> {
  try {
    await law(turned, { ...scene, comesBack: () => false })
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  return undefined
}

/** A refusal at the cells that it is about: the same words as where the row is edited. */
function placed(
  refusal: Problem | undefined,
  row: FileRow,
  key: Key,
  slots: readonly Slot[],
): readonly Fault[] {
  if (refusal === undefined) return []
  const { said } = refusal
  const about = slots.filter(({ name }) => said.places.some(({ at }) => at === name))
  return about.length === 0
    ? [{ line: row.line, column: columnOf(key.column, slots), value: key.value, says: said.says }]
    : about.map((slot) => ({
        line: row.line,
        column: slot.column,
        value: (slot.constant ?? row.cells[slot.at] ?? '').slice(0, 120),
        says: said.says,
      }))
}

/** Does the row say this already? Plain text from a file does not take the marks off words that stay the same. */
function says(kind: RecordKind, name: string, row: Row, value: unknown): boolean {
  const there = row[name] ?? null
  if (same(there, value)) return true
  if (kind.fields[name]?.kind !== 'prose' || there === null || value === null) return false
  const plain = proseOf(plainOf(value as ProseNode))
  return same(plain, value) && same(plain, proseOf(plainOf(there as ProseNode)))
}

function draftOf(
  kind: RecordKind,
  slots: readonly Slot[],
  row: FileRow,
  mapping: Mapping,
  faults: Fault[],
): Draft {
  const draft: Draft = {}
  if (row.fault !== undefined)
    faults.push({ line: row.line, column: row.fault.at, value: '', says: row.fault.says })
  if (kind.origin !== undefined && mapping.source !== undefined)
    draft[kind.origin.source] = mapping.source
  for (const slot of slots) {
    const cell = slot.constant ?? unguard(row.cells[slot.at] ?? '')
    const parsed = parseCell(slot.field, cell, mapping.dateOrder)
    if (parsed === undefined) continue
    if ('says' in parsed)
      faults.push({
        line: row.line,
        column: slot.column,
        value: cell.slice(0, 120),
        says: parsed.says,
      })
    else if (slot.name.startsWith('custom.'))
      draft['custom'] = { ...(draft['custom'] as object), [slot.name.slice(7)]: parsed.value }
    else draft[slot.name] = parsed.value
  }
  // Who wrote a title and no text said it all in the title.
  const { titleElse } = kind
  const needed = titleElse !== undefined && kind.fields[titleElse]?.required === true
  if (needed && draft[titleElse] === undefined && draft[kind.title] !== undefined)
    draft[titleElse] = draft[kind.title]
  for (const slot of slots)
    if (
      slot.field.required === true &&
      draft[slot.name] === undefined &&
      !faults.some(({ line, column }) => line === row.line && column === slot.column)
    )
      faults.push({
        line: row.line,
        column: slot.column,
        value: '',
        says: sentence('{label} may not be empty.', {
          label: declaredWord(slot.field.label, kind.name, 'alone'),
        }),
      })
  return draft
}

async function settleCustom(
  kind: RecordKind,
  draft: Draft,
  row: FileRow,
  there: Row | undefined,
  reader: Reader,
  faults: Fault[],
): Promise<void> {
  if (draft['custom'] === undefined) return
  const defined = await ownFields(kind.name, reader)
  const typed = Object.entries(draft['custom'] as object).map(([key, value]) => {
    const field = fieldOf(defined.find((one) => one.key === key))
    const parsed = typeof value === 'string' ? parseCell(field, value, undefined) : { value }
    return [key, parsed !== undefined && 'value' in parsed ? parsed.value : value] as const
  })
  const given = Object.fromEntries(typed)
  const own = await checkCustom(kind.name, given, there?.custom ?? {}, reader)
  for (const place of own.places)
    faults.push({ line: row.line, column: place.at, value: '', says: place.says })
  draft['custom'] = own.values
}

/** An own field as a field, for reading a cell. */
function fieldOf(own: OwnField | undefined): Field {
  const label = own?.label ?? ''
  if (own?.type === 'number' || own?.type === 'flag' || own?.type === 'date')
    return { kind: own.type, label }
  return { kind: 'text', label, max: 2000 }
}

/** The fields that must be given and that no slot gives; a draft may still have them from elsewhere. */
const unmapped = (
  kind: RecordKind,
  slots: readonly Slot[],
): readonly (readonly [string, Field])[] =>
  Object.entries(kind.fields).filter(
    ([name, field]) =>
      field.required === true &&
      field.set !== 'by-command' &&
      !('default' in field && field.default !== undefined) &&
      !slots.some((slot) => slot.name === name),
  )

function lacking(
  kind: RecordKind,
  draft: Draft,
  row: FileRow,
  slots: readonly Slot[],
  needed: ReturnType<typeof unmapped>,
): readonly Fault[] {
  const own = needed.flatMap(([name, field]) =>
    draft[name] === undefined
      ? [
          {
            line: row.line,
            column: name,
            value: '',
            says: sentence('{label} must be given: map a column to it.', {
              label: declaredWord(field.label, kind.name, 'alone'),
            }),
          },
        ]
      : [],
  )
  const laws = (kind.check?.(draft) ?? []).map((place) => ({
    line: row.line,
    column: columnOf(place.at, slots),
    value: String(draft[place.at] ?? '').slice(0, 120),
    says: place.says,
  }))
  return [...own, ...laws]
}

const columnOf = (field: string, slots: readonly Slot[]): string =>
  slots.find((slot) => slot.name === field)?.column ?? field
