import type { Bare } from '../../../engine/record.ts'
import { evidenceOf, type Evidence, type Line } from './evidence.ts'
import { inOrder, saidAt, type Declared, type Found, type Material } from './line-stops.ts'
import type { Said } from './sources.ts'
import { namedRefs } from './facts.ts'

/** What a line comes to, before a word of it is told: its evidence, and which rows stand on its stations. */
export interface Weighed {
  readonly told: Evidence
  /** How much feedback was merged into what supports it: shown with it, and not counted again. */
  readonly merged: number
  readonly stations: readonly {
    readonly station: string
    readonly count: number
    /** Those that are told, in order. */
    readonly shown: readonly string[]
  }[]
}

/** A link over hundreds of quotes names the first of them; all of them stand on their station. */
export const mostNamed = 12

/** The fields that weigh of what was heard: who said it, from where, when, and where it belongs. */
export const weighing = (declared: Declared, record: string): readonly string[] => [
  'feedbackId',
  'mergedIntoId',
  'source',
  'originId',
  'occurredAt',
  ...namedRefs(declared.record(record)).map(({ field }) => field),
]

/** All of a line is counted and weighed; of what was heard, at most `most` rows are shown. */
export function weighed(declared: Declared, material: Material<Bare>, most: number): Weighed {
  const told = evidenceOf(lineOf(declared, material))
  const spoken = spokenIn(material, told)
  return {
    told,
    merged: material.rows.filter(({ row }) => spoken.has(String(row['mergedIntoId']))).length,
    stations: stationsUp(declared, material, told, most),
  }
}

/**
 * The rows that an answer tells, or names beside one that it tells: what is shown and what contradicts,
 * the feedback that they are passages of, what they lead to, and the rows that links name. All that was
 * not heard is among them.
 */
export function toldOf(
  declared: Declared,
  material: Material<Bare>,
  { told, stations }: Weighed,
): ReadonlySet<string> {
  const ids = new Set([
    material.subject,
    ...stations.flatMap(({ shown }) => shown),
    ...told.contradicting,
  ])
  for (const { record, row } of material.rows) {
    if (!isHeard(declared, record)) ids.add(row.id)
    else if (ids.has(row.id) && typeof row['feedbackId'] === 'string') ids.add(row['feedbackId'])
  }
  const led = material.edges.flatMap(({ above, below }) => (ids.has(above) ? [below] : []))
  const named = told.links.flatMap(({ above }) => above.slice(0, mostNamed))
  return new Set([...ids, ...led, ...named])
}

/** Does a record stand on the first station, where there may be rows by the thousand? */
export const isHeard = (declared: Declared, record: string): boolean =>
  declared.record(record).station === declared.stations[0]

/** What is weighed of all that was read. */
export function lineOf(declared: Declared, material: Material<Bare>): Line {
  const beside = new Set(
    declared.relations.filter((one) => one.line === 'beside').map((one) => one.relation),
  )
  return {
    subject: material.subject,
    order: declared.stations,
    rows: material.rows.map(({ record, row, depth }) => ({
      id: row.id,
      record,
      station: declared.record(record).station ?? null,
      depth,
    })),
    edges: material.edges.map((edge) =>
      beside.has(edge.relation) ? { ...edge, linkId: null } : edge,
    ),
    said: new Map(
      material.rows.flatMap(({ record, row }) =>
        record === 'feedback' ? [[row.id, saidOf(row, material)] as const] : [],
      ),
    ),
    now: material.now,
  }
}

function saidOf(row: Bare, { asides }: Material<Bare>): Said {
  const contactId = textOf(row['contactId'])
  const contact = contactId === null ? undefined : asides.get(contactId)?.row
  return {
    id: row.id,
    contactId,
    companyId: textOf(row['companyId']) ?? textOf(contact?.['companyId']),
    source: textOf(row['source']),
    originId: textOf(row['originId']),
    at: saidAt(row),
  }
}

function stationsUp(
  declared: Declared,
  material: Material<Bare>,
  told: Evidence,
  most: number,
): Weighed['stations'] {
  const own = declared.stations.indexOf(stationOf(declared, material, material.subject) ?? '')
  const shown = shownHeard(material, told)
  const order = new Map(told.supporting.map((id, index) => [id, index] as const))
  const place = ({ row }: Found<Bare>): number => order.get(row.id) ?? material.rows.length
  return declared.stations
    .slice(0, own === -1 ? declared.stations.length : own + 1)
    .map((station, index) => {
      const here = material.rows
        .filter(
          (found) =>
            declared.record(found.record).station === station && (index > 0 || shown(found)),
        )
        .toSorted((left, right) => place(left) - place(right) || inOrder(left, right))
        .map(({ row }) => row.id)
      return { station, count: here.length, shown: index === 0 ? here.slice(0, most) : here }
    })
}

function stationOf(declared: Declared, { rows }: Material<Bare>, id: string): string | undefined {
  const found = rows.find(({ row }) => row.id === id)
  return found === undefined ? undefined : declared.record(found.record).station
}

/**
 * Of what was heard, the pieces that support are shown, and the duplicates merged into them; a feedback
 * that is quoted is shown with its quote, and what contradicts elsewhere.
 */
function shownHeard(material: Material<Bare>, told: Evidence): (found: Found<Bare>) => boolean {
  const pieces = new Set([...told.supporting, material.subject])
  const spoken = spokenIn(material, told)
  return ({ row }) => pieces.has(row.id) || spoken.has(String(row['mergedIntoId']))
}

/** The feedback that supports: itself, or by what is quoted of it. */
function spokenIn(material: Material<Bare>, told: Evidence): ReadonlySet<string> {
  const pieces = new Set([...told.supporting, material.subject])
  return new Set(
    material.rows.flatMap(({ record, row }) =>
      pieces.has(row.id) ? [record === 'quote' ? String(row['feedbackId']) : row.id] : [],
    ),
  )
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
