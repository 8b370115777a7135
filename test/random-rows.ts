import { isUuid } from '../src/engine/ids.ts'
import type { Catalogue } from '../src/engine/catalogue.ts'
import { evaluate } from '../src/engine/computed.ts'
import type { Field } from '../src/engine/field.ts'
import { must } from '../src/engine/problem.ts'
import { proseOf } from '../src/engine/prose.ts'
import { hangsOnAny, type RecordKind } from '../src/engine/record.ts'
import type { Session } from '../src/store/database.ts'
import { insertRows } from '../src/store/rows.ts'
import { tableOf } from '../src/store/table.ts'

/** Chance that can be repeated: numbers from 0 to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Plain = Record<string, unknown>

/** Rows of every record, of any state and with anything missing that may be, by record name. */
export interface Plenty {
  readonly rows: ReadonlyMap<string, readonly Plain[]>
  readonly people: readonly string[]
  readonly teams: readonly string[]
}

/** Makes `count` rows of each record and writes them past the write path: to be read, not to be believed. */
export async function writePlenty(
  session: Session,
  catalogue: Catalogue,
  workspaceId: string,
  count: number,
  chance: () => number,
): Promise<Plenty> {
  const newId = idsFrom(chance)
  const people = Array.from({ length: 4 }, newId)
  const teams = Array.from({ length: 3 }, newId)
  const ids = new Map(
    catalogue.records.map((kind) => [kind.name, Array.from({ length: count }, newId)] as const),
  )
  const rows = new Map<string, readonly Plain[]>()
  for (const kind of catalogue.records) {
    const made = must(ids.get(kind.name)).map((id, at) =>
      rowOf(kind, id, at, { catalogue, ids, people, teams, chance, newId }),
    )
    rows.set(kind.name, made)
    insertRows(session, tableOf(kind), workspaceId, made)
  }
  return { rows, people, teams }
}

const idsFrom = (chance: () => number) => (): string => {
  const hex = Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join('')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  if (!isUuid(id)) throw new Error(id)
  return id
}

interface Making {
  readonly catalogue: Catalogue
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly chance: () => number
  readonly newId: () => string
}

function rowOf(kind: RecordKind, id: string, at: number, making: Making): Plain {
  const { chance, people } = making
  const moment = (): string =>
    new Date(Date.UTC(2026, 0, 1) + Math.floor(chance() * 40) * 6_000_000).toISOString()
  const row: Plain = {
    id,
    ref: `${kind.prefix}-${at + 1}`,
    version: 1,
    createdAt: moment(),
    createdById: pick(people, chance),
    updatedAt: moment(),
    removedAt: chance() < 0.15 ? moment() : null,
    stations: Math.floor(chance() * 256),
    custom: {},
  }
  const unique = new Set((kind.unique ?? []).flat())
  for (const [name, field] of Object.entries(kind.fields)) {
    if (field.kind === 'computed') continue
    row[name] =
      field.required !== true && chance() < 0.25
        ? null
        : valueOf(name, field, row, unique.has(name) ? at : undefined, making)
    if (field.kind === 'ref' && field.to === 'any' && field.kindIn !== undefined) {
      const on = pick(
        making.catalogue.records.filter((one) => !hangsOnAny(one)),
        chance,
      )
      row[field.kindIn] = on.name
      row[name] = chance() < 0.05 ? making.newId() : pick(must(making.ids.get(on.name)), chance)
    }
  }
  if (kind.name === 'link') Object.assign(row, linkOf(at, making))
  for (const [name, field] of Object.entries(kind.fields))
    if (field.kind === 'computed') row[name] = evaluate(field.expr, row)
  return row
}

function valueOf(
  name: string,
  field: Field,
  row: Plain,
  serial: number | undefined,
  making: Making,
): unknown {
  const { chance, ids, people, teams, newId } = making
  const few = (): number => Math.floor(chance() * 4)
  switch (field.kind) {
    case 'text':
      return `${['Zug', 'apfel', 'Äpfel', 'über', '日本', 'b'][Math.floor(chance() * 6)] ?? ''}${serial ?? few()}`.slice(
        0,
        field.max,
      )
    case 'prose':
      return proseOf(`words ${few()}`)
    case 'number':
      if (field.allowed !== undefined) return pick(Object.values(field.allowed), chance)
      return field.whole === true
        ? Math.max(field.min ?? -5, few())
        : Math.max(field.min ?? -5, few() / 2)
    case 'amount':
      return { minor: few() * 100, currency: pick(['EUR', 'USD'], chance) }
    case 'date':
      // of what is there once a day, each has a day of its own
      return serial === undefined
        ? `2026-0${1 + few()}-15`
        : new Date(Date.UTC(2026, 0, 1 + serial)).toISOString().slice(0, 10)
    case 'instant':
      return new Date(Date.UTC(2026, few(), 1)).toISOString()
    case 'choice':
      return pick(Object.keys(field.options), chance)
    case 'flag':
      return chance() < 0.4
    case 'ref':
      if (field.to === 'actor' || field.to === 'member')
        return serial === undefined ? pick(people, chance) : (people[serial] ?? newId())
      if (field.to === 'any') return newId()
      return chance() < 0.05 ? newId() : pick(must(ids.get(field.to)), chance)
    case 'list': {
      const from =
        field.of === 'text'
          ? ['one', 'two', ...people]
          : field.of === 'team'
            ? teams
            : field.of === 'member'
              ? people
              : must(ids.get(field.of))
      return [...new Set(Array.from({ length: few() }, () => pick(from, chance)))]
    }
    case 'interval':
      return {
        from: chance() < 0.5 ? null : '2026-01-01',
        to: chance() < 0.5 ? null : '2026-02-01',
      }
    case 'rollup':
      return few() / 4
    case 'custom':
    case 'computed':
      return undefined
  }
}

/** A link as a relation declares it; now and then one whose end is not there. */
function linkOf(at: number, { catalogue, ids, chance, newId }: Making): Plain {
  const relation = pick(catalogue.relations, chance)
  const fromKind = pick(relation.from, chance)
  const toKind = pick(relation.to, chance)
  return {
    fromKind,
    fromId: chance() < 0.05 ? newId() : pick(must(ids.get(fromKind)), chance),
    // Each link is the only one of its three.
    relation: relation.relation,
    toKind,
    toId:
      chance() < 0.05 ? newId() : must(must(ids.get(toKind))[at % must(ids.get(toKind)).length]),
    polarity: relation.polarity,
  }
}

/** One of these; there must be one. */
export const pick = <T>(from: readonly T[], chance: () => number): T =>
  from[Math.floor(chance() * from.length)] as T
