import type { Edge } from '../../../engine/ports.ts'
import { companiesOf, independent, newestOf, oldestOf, type Said } from './sources.ts'
import { across, reaching } from './spread.ts'
import { strengths, type LinkStrength } from './strength.ts'
import { thinness, type ThinCode } from './thin.ts'
import { carried, voicesAt, type Carried } from './voices.ts'
import { weakestOf } from './weakest.ts'

/** A row as evidence sees it. A row without a station is an aim: what the business wants. */
export interface LineRow {
  readonly id: string
  readonly record: string
  readonly station: string | null
  /** Edges between this row and the subject. */
  readonly depth: number
}

/** Everything above a subject, and the subject itself. */
export interface Line {
  readonly subject: string
  /** The stations of the line, in order. */
  readonly order: readonly string[]
  readonly rows: readonly LineRow[]
  readonly edges: readonly Edge[]
  /** The feedback among the rows, by id. */
  readonly said: ReadonlyMap<string, Said>
  readonly now: string
}

export interface Evidence {
  /** The heard rows that speak for the subject and those that speak against it, newest first. */
  readonly supporting: readonly string[]
  readonly contradicting: readonly string[]
  /** Independent sources; see `sourceOf`. */
  readonly sources: number
  readonly sourcesAgainst: number
  /** Companies among those that support. */
  readonly companies: number
  /** Over all evidence, for and against. ISO 8601. */
  readonly newest: string | null
  readonly oldest: string | null
  readonly links: readonly LinkStrength[]
  /** The line is as strong as this; see `weakestOf`. */
  readonly weakest: LinkStrength | null
  readonly thin: readonly ThinCode[]
}

/** What speaks for a subject and against it, how many said so, how fresh and how strong it is. */
export function evidenceOf(line: Line): Evidence {
  const voices = carried(line.edges, line.said)
  const here = voicesAt(voices, line.subject)
  const both = [...here.pro, ...here.contra]
  const pieces = piecesOf(line)
  const links = strengths(line, voices)
  return {
    supporting: newestFirst(pieces.pro, voices),
    contradicting: newestFirst(pieces.contra, voices),
    sources: independent(here.pro),
    sourcesAgainst: independent(here.contra),
    companies: companiesOf(here.pro).size,
    newest: newestOf(both),
    oldest: oldestOf(both),
    links,
    weakest: weakestOf(line, links, voices),
    thin: thinness(line, [...here.pro], voices),
  }
}

interface Pieces {
  readonly pro: ReadonlySet<string>
  readonly contra: ReadonlySet<string>
}

/**
 * A piece of evidence is a heard row where it meets what people have made of it (or the subject itself),
 * by the signs under which it reaches the subject.
 */
function piecesOf(line: Line): Pieces {
  const heard = new Set(
    line.rows.filter((row) => row.station === line.order[0]).map((row) => row.id),
  )
  const below = reaching(line.subject, line.edges)
  const found = { pro: new Set<string>(), contra: new Set<string>() }
  for (const edge of line.edges) {
    if (!heard.has(edge.above) || edge.above === line.subject) continue
    if (heard.has(edge.below) && edge.below !== line.subject) continue
    for (const sign of ['pro', 'contra'] as const)
      if (below[sign].has(edge.below)) found[across(sign, edge)].add(edge.above)
  }
  return found
}

const newestFirst = (pieces: ReadonlySet<string>, voices: Carried): readonly string[] =>
  Array.from(pieces, (id) => ({ id, at: newestOf(voicesAt(voices, id).pro) ?? '' }))
    .toSorted((left, right) => inTime(right.at, left.at) || (left.id < right.id ? -1 : 1))
    .map(({ id }) => id)

const inTime = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
