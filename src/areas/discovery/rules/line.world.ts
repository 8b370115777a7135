import type { Edge } from '../../../engine/ports.ts'
import type { Line } from './evidence.ts'
import type { Said } from './sources.ts'

export const now = '2026-11-23T08:00:00.000Z'
export const daysAgo = (days: number): string =>
  new Date(Date.parse(now) - days * 86_400_000).toISOString()
export const order = [
  'heard',
  'understood',
  'framed',
  'proposed',
  'decided',
  'tested',
  'built',
  'learned',
]

type Given = readonly [id: string, record: string, station: string | null, depth: number]

/** A line from its rows in short. */
export function lineOf(given: {
  subject: string
  rows: readonly Given[]
  edges: readonly Edge[]
  said: readonly Said[]
}): Line {
  return {
    subject: given.subject,
    order,
    rows: given.rows.map(([id, record, station, depth]) => ({ id, record, station, depth })),
    edges: given.edges,
    said: new Map(given.said.map((one) => [one.id, one] as const)),
    now,
  }
}

/** A link that holds for nothing in particular; more makes it one that does. */
export function edge(
  above: string,
  below: string,
  relation: string,
  more: Partial<Edge> = {},
): Edge {
  return {
    above,
    below,
    relation,
    polarity: 'neither',
    strength: null,
    note: null,
    linkId: `${above}-${below}-${relation}`,
    at: now,
    ...more,
  }
}

/** A feedback without a trace; more gives it one. */
export function said(id: string, more: Partial<Said> = {}): Said {
  return { id, contactId: null, companyId: null, source: null, originId: null, at: now, ...more }
}
