import type { Edge } from '../../../engine/ports.ts'
import { companiesOf, independent, saidBy, type Said } from './sources.ts'
import { across, spread, type Token } from './spread.ts'
import { strengths, type LinkStrength } from './strength.ts'
import { thinness, type ThinCode } from './thin.ts'
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
  const carried = spread(
    line.edges,
    'down',
    [...line.said.keys()].map((id) => ({ at: id, token: `+${id}` as const })),
  )
  const here = carried.get(line.subject) ?? new Set<Token>()
  const supporting = saidBy(line.said, here, '+')
  const contradicting = saidBy(line.said, here, '-')
  const dates = [...supporting, ...contradicting].map((one) => one.at).toSorted(inTime)
  const pieces = piecesOf(line)
  const links = strengths(line, carried)
  return {
    supporting: newestFirst(pieces, '+', line, carried),
    contradicting: newestFirst(pieces, '-', line, carried),
    sources: independent(supporting),
    sourcesAgainst: independent(contradicting),
    companies: companiesOf(supporting).size,
    newest: dates.at(-1) ?? null,
    oldest: dates[0] ?? null,
    links,
    weakest: weakestOf(line, links, carried),
    thin: thinness(line, supporting, carried),
  }
}

/**
 * A piece of evidence is a heard row where it meets what people have made of it (or the subject itself),
 * with the signs under which it reaches the subject.
 */
function piecesOf(line: Line): ReadonlyMap<string, ReadonlySet<Token>> {
  const heard = new Set(
    line.rows.filter((row) => row.station === line.order[0]).map((row) => row.id),
  )
  const toSubject = spread(line.edges, 'up', [{ at: line.subject, token: '+' }])
  const found = new Map<string, Set<Token>>()
  for (const edge of line.edges) {
    if (!heard.has(edge.above) || edge.above === line.subject) continue
    if (heard.has(edge.below) && edge.below !== line.subject) continue
    const signs = [...(toSubject.get(edge.below) ?? [])].map((token) => across(token, edge))
    found.set(edge.above, new Set([...(found.get(edge.above) ?? []), ...signs]))
  }
  return found
}

function newestFirst(
  pieces: ReadonlyMap<string, ReadonlySet<Token>>,
  sign: '+' | '-',
  line: Line,
  carried: ReadonlyMap<string, ReadonlySet<Token>>,
): readonly string[] {
  const at = (id: string): string =>
    saidBy(line.said, carried.get(id), '+')
      .map((one) => one.at)
      .toSorted(inTime)
      .at(-1) ?? ''
  return [...pieces]
    .filter(([, signs]) => signs.has(sign))
    .map(([id]) => ({ id, at: at(id) }))
    .toSorted((left, right) => inTime(right.at, left.at) || (left.id < right.id ? -1 : 1))
    .map(({ id }) => id)
}

const inTime = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
