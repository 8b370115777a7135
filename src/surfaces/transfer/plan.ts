import { createHash } from 'node:crypto'
import type { Change } from '../../engine/change.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import { givenFields, same } from '../../engine/crud.ts'
import { checkCustom } from '../../engine/custom.ts'
import type { Field } from '../../engine/field.ts'
import { isUuid } from '../../engine/ids.ts'
import type { Reader } from '../../engine/ports.ts'
import { invalid, must, type Place } from '../../engine/problem.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { parseCell } from './cell.ts'
import type { DateOrder } from './dates.ts'
import { unguard } from './formula-guard.ts'

/** How a file becomes rows of one record. */
export interface Mapping {
  readonly record: string
  /** Field to column name; `ref` and `id` may be mapped too, and `custom.key` for own fields. */
  readonly map: Readonly<Record<string, string>>
  /** The same value for every row, as it would be written in a cell. */
  readonly constants?: Readonly<Record<string, string>> | undefined
  /** The name of where the rows come from; a second import finds them again under it. */
  readonly source?: string | undefined
  readonly dateOrder?: DateOrder | undefined
}

export interface Fault {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly says: string
}

/** What a batch of file rows would do. */
export interface Planned {
  readonly changes: readonly Change[]
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly faults: readonly Fault[]
}

export interface FileRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: Place
  /** Characters that cannot be stored were left out of it. */
  readonly cleaned?: true
}

export type Plan = (batch: readonly FileRow[]) => Promise<Planned>

/**
 * Makes the function that turns batches of file rows into changes. It finds rows that are already
 * there (by id or ref, by origin, else by what names them), looks up what they point at, makes what a
 * file may bring along (a company, a tag), and tells every cell that does not fit.
 */
export function planOf(
  catalogue: Catalogue,
  mapping: Mapping,
  columns: readonly string[],
  reader: Reader,
  newId: () => string,
): Plan {
  const kind = must(
    catalogue.records.find((one) => one.name === mapping.record),
    mapping.record,
  )
  const slots = slotsOf(kind, mapping, columns)
  const known = new Map<string, string>()
  const first = new Map<string, number>()
  return async (batch) => {
    const faults: Fault[] = []
    const drafts = batch.map((row) => draftOf(kind, slots, row, mapping, faults))
    const keys = drafts.map((draft, at) => keyOf(kind, draft, must(batch[at])))
    refuseTwice(kind, keys, drafts, batch, first, faults)
    const found = await rowsThere(kind, keys, reader)
    const brought: Change[] = []
    await lookUp(catalogue, drafts, batch, slots, { reader, known, newId, brought, faults })
    const counts = { creates: 0, updates: 0, unchanged: 0 }
    const changes: Change[] = []
    for (const [at, draft] of drafts.entries()) {
      const row = must(batch[at])
      const key = must(keys[at])
      const there = found.get(key.key)
      if (key.is === 'name of row' && there === undefined)
        faults.push({
          line: row.line,
          column: key.column,
          value: key.value,
          says: `There is no ${kind.says.one} ${key.value} that you may see.`,
        })
      await settleCustom(kind, draft, row, there, reader, faults)
      if (there === undefined) {
        faults.push(...lacking(kind, draft, row, slots))
        changes.push({
          op: 'create',
          record: kind.name,
          id: newId(),
          row: { ...key.origin, ...draft },
        })
        counts.creates += 1
        continue
      }
      const patch = Object.fromEntries(
        Object.entries(draft).filter(([name, value]) => !same(there[name] ?? null, value)),
      )
      if (Object.keys(patch).length === 0) counts.unchanged += 1
      else {
        counts.updates += 1
        changes.push({ op: 'update', record: kind.name, id: there.id, patch })
      }
    }
    return { changes: [...brought, ...changes], ...counts, faults }
  }
}

/** A field that the file fills, from a column or with one value for all. */
interface Slot {
  readonly name: string
  readonly field: Field
  readonly column: string
  readonly at: number
  readonly constant: string | undefined
}

const nameField: Field = { kind: 'text', label: 'Reference', max: 64 }

function slotsOf(kind: RecordKind, mapping: Mapping, columns: readonly string[]): readonly Slot[] {
  const fields: Readonly<Record<string, Field>> = {
    ...givenFields(kind),
    id: nameField,
    ref: nameField,
  }
  const places: Place[] = []
  const slots: Slot[] = []
  const add = (name: string, column: string, at: number, constant: string | undefined): void => {
    const field = name.startsWith('custom.')
      ? ({ kind: 'text', label: name, max: 2000 } as const)
      : fields[name]
    if (field === undefined)
      places.push({
        at: name,
        says: `There is no field "${name}" to import into. There are: ${Object.keys(fields).join(', ')}.`,
      })
    else slots.push({ name, field, column, at, constant })
  }
  for (const [name, column] of Object.entries(mapping.map)) {
    // A name given for the whole file stands over a column.
    if (mapping.source !== undefined && name === kind.origin?.source) continue
    const at = columns.indexOf(column)
    if (at === -1)
      places.push({
        at: name,
        says: `The file has no column "${column}". It has: ${columns.join(', ')}.`,
      })
    else add(name, column, at, undefined)
  }
  for (const [name, value] of Object.entries(mapping.constants ?? {}))
    add(name, '(the same for all)', -1, value)
  if (slots.length === 0)
    places.push({ at: 'map', says: 'Say which column goes into which field.' })
  if (places.length > 0)
    throw invalid(`This mapping does not fit the file or the ${kind.says.one}.`, places)
  return slots
}

type Draft = Record<string, unknown>

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
    if (parsed === undefined) {
      if (slot.field.required === true)
        faults.push({
          line: row.line,
          column: slot.column,
          value: '',
          says: `${slot.field.label} may not be empty.`,
        })
      continue
    }
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
  return draft
}

interface Key {
  readonly is: 'name of row' | 'origin' | 'natural' | 'none'
  /** Under which `rowsThere` answers; unique to the row of the file when there is no other. */
  readonly key: string
  readonly value: string
  readonly column: string
  readonly field: string
  /** What a new row carries so that the next import finds it. */
  readonly origin: Readonly<Record<string, unknown>>
}

/** By what a row of the file is recognised: the row it names, its origin, what names it, or its own content. */
function keyOf(kind: RecordKind, draft: Draft, row: FileRow): Key {
  for (const column of ['ref', 'id'] as const) {
    const value = draft[column]
    delete draft[column]
    if (typeof value === 'string')
      return { is: 'name of row', key: `is ${value}`, value, column, field: column, origin: {} }
  }
  if (kind.origin !== undefined) {
    const source = String(draft[kind.origin.source] ?? 'import')
    draft[kind.origin.source] = source
    const given = draft[kind.origin.id]
    const id = typeof given === 'string' ? given : contentId(row)
    draft[kind.origin.id] = id
    return {
      is: 'origin',
      key: `of ${source} ${id}`,
      value: id,
      column: kind.origin.id,
      field: kind.origin.id,
      origin: {},
    }
  }
  for (const field of kind.natural ?? []) {
    const value = draft[field]
    if (typeof value === 'string')
      return {
        is: 'natural',
        key: `${field} ${value.toLowerCase()}`,
        value,
        column: field,
        field,
        origin: {},
      }
  }
  return { is: 'none', key: `line ${row.line}`, value: '', column: '', field: '', origin: {} }
}

/** Rows without an id of their own are recognised by what they say. */
const contentId = (row: FileRow): string =>
  `content-${createHash('sha256').update(JSON.stringify(row.cells)).digest('hex').slice(0, 24)}`

/** One name for two rows of a file is a fault; the same words twice are two rows, told apart by their count. */
function refuseTwice(
  kind: RecordKind,
  keys: Key[],
  drafts: readonly Draft[],
  batch: readonly FileRow[],
  first: Map<string, number>,
  faults: Fault[],
): void {
  for (const [at, key] of keys.entries()) {
    if (key.is === 'none') continue
    const line = must(batch[at]).line
    const earlier = first.get(key.key)
    if (key.is === 'origin' && kind.origin !== undefined && key.value.startsWith('content-')) {
      const count = (earlier ?? 0) + 1
      first.set(key.key, count)
      if (count === 1) continue
      const value = `${key.value}-${count}`
      must(drafts[at])[kind.origin.id] = value
      keys[at] = { ...key, value, key: `${key.key}-${count}` }
    } else if (earlier === undefined) first.set(key.key, line)
    else
      faults.push({
        line,
        column: key.column,
        value: key.value.slice(0, 120),
        says: `The same ${key.column} stands on line ${earlier} already. Keep one of the two.`,
      })
  }
}

/** The rows that are already there, by their key. */
async function rowsThere(
  kind: RecordKind,
  keys: readonly Key[],
  reader: Reader,
): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>()
  const of = (is: Key['is'], field?: string): readonly Key[] =>
    keys.filter((key) => key.is === is && (field === undefined || key.field === field))
  for (const key of of('name of row')) {
    const row = await reader.get(kind.name, key.value)
    if (row !== undefined) found.set(key.key, row)
  }
  const origin = kind.origin
  if (origin !== undefined && of('origin').length > 0)
    for (const row of await reader.by(
      kind.name,
      origin.id,
      of('origin').map((key) => key.value),
    ))
      found.set(`of ${String(row[origin.source])} ${String(row[origin.id])}`, row)
  for (const field of kind.natural ?? []) {
    const values = of('natural', field).map((key) => key.value)
    if (values.length === 0) continue
    for (const row of await reader.by(kind.name, field, values))
      found.set(`${field} ${String(row[field]).toLowerCase()}`, row)
  }
  return found
}

interface Search {
  readonly reader: Reader
  /** `record text` to id, for the whole import. */
  readonly known: Map<string, string>
  readonly newId: () => string
  readonly brought: Change[]
  readonly faults: Fault[]
}

/** Replaces what cells say of other rows by those rows' ids: a ref, an id, or what names the row. */
async function lookUp(
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
        const id = search.known.get(`${to} ${text.toLowerCase()}`) ?? bring(target, text, search)
        if (id !== undefined) return id
        search.faults.push({
          line: must(batch[at]).line,
          column: slot.column,
          value: text.slice(0, 120),
          says: `There is no ${target.says.one} "${text.slice(0, 60)}" that you may see.`,
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
    if (!isUuid(text) && !new RegExp(`^${target.prefix}-\\d+$`).test(text)) continue
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

/** A row that the file brings along: where a name alone is enough to make one. */
function bring(
  target: RecordKind,
  text: string,
  { known, newId, brought }: Search,
): string | undefined {
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

async function settleCustom(
  kind: RecordKind,
  draft: Draft,
  row: FileRow,
  there: Row | undefined,
  reader: Reader,
  faults: Fault[],
): Promise<void> {
  if (draft['custom'] === undefined) return
  const own = await checkCustom(kind.name, draft['custom'], there?.custom ?? {}, reader)
  for (const place of own.places)
    faults.push({ line: row.line, column: place.at, value: '', says: place.says })
  draft['custom'] = own.values
}

function lacking(
  kind: RecordKind,
  draft: Draft,
  row: FileRow,
  slots: readonly Slot[],
): readonly Fault[] {
  const own = Object.entries(kind.fields).flatMap(([name, field]) =>
    field.required === true &&
    field.set !== 'by-command' &&
    draft[name] === undefined &&
    !('default' in field && field.default !== undefined) &&
    !slots.some((slot) => slot.name === name)
      ? [
          {
            line: row.line,
            column: name,
            value: '',
            says: `${field.label} must be given: map a column to it.`,
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
