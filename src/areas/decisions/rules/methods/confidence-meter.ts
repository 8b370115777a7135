/** What a kind of evidence is worth. */
export interface EvidenceKind {
  readonly kind: string
  /** What one fresh piece adds. */
  readonly each: number
  /** What a case comes to at most whose best evidence is of this kind; `each` or more. */
  readonly most: number
  /** Where it ages otherwise than the rest. */
  readonly halfLifeDays?: number
}

/**
 * Itamar Gilad's confidence meter, from 0 to 10 (Evidence Guided, 2023). Where he gives a range,
 * one piece is its low end and the kind goes no further than its high one. A team may write its
 * own.
 */
export const giladMeter: readonly EvidenceKind[] = [
  { kind: 'self-conviction', each: 0.01, most: 0.01 },
  { kind: 'pitch-deck', each: 0.03, most: 0.03 },
  { kind: 'thematic-support', each: 0.03, most: 0.1 },
  { kind: 'others-opinion', each: 0.1, most: 0.2 },
  { kind: 'estimates-and-plans', each: 0.4, most: 0.5 },
  { kind: 'anecdotal', each: 0.5, most: 1 },
  { kind: 'market-data', each: 1, most: 3 },
  { kind: 'user-evidence', each: 3, most: 3 },
  { kind: 'test-results', each: 4, most: 5 },
  { kind: 'launch-data', each: 10, most: 10 },
]

/** One piece, from a source of its own: who says the same twice is one. */
export interface Piece {
  readonly id: string
  readonly kind: string
  /** Since it was said or measured; null where nobody knows. */
  readonly ageDays: number | null
}

export interface Meter {
  readonly table: readonly EvidenceKind[]
  /** After so many days a piece counts half. */
  readonly halfLifeDays: number
}

export interface Confidence {
  readonly kind: 'confidence'
  /**
   * 0, nothing speaks for it, to the most that the table has: 10. Times ten it is RICE's
   * percentage.
   */
  readonly confidence: number
  /** What the pieces come to together, before the most that the best of them allows. */
  readonly sum: number
  readonly most: number
  readonly pieces: readonly Weighed[]
  /** Ids of pieces without a date: they cannot be weighed, and do not count. */
  readonly undated: readonly string[]
}

export interface Weighed {
  readonly id: string
  readonly kind: string
  /** 2^(−age ÷ half-life): 1 for today and for a date to come. */
  readonly freshness: number
  /** What it adds. */
  readonly points: number
}

/**
 * `kind`: pieces of a kind that the table has not. `table`: kinds that are there twice, or whose
 * numbers are none. `half-life`.
 */
export interface ConfidenceRefusal {
  readonly kind: 'refused'
  readonly code: 'kind' | 'table' | 'half-life'
  readonly which: readonly string[]
}

/**
 * Confidence computed from evidence: min(Σ each · w, max(most · w)), w being a piece's freshness.
 *
 * Fresh pieces combine as Gilad has said (a reply to a comment on The Confidence Meter, Medium):
 * they add up, and the best kind among them is the ceiling. Three anecdotes and one look at the
 * market are 2.5; with another look they would be 3.5, and are 3. So ten weak pieces never make a
 * strong one, and the kinds keep their order.
 *
 * Age is ours: what a piece adds and what it allows both fade, so that old market data neither
 * count nor hold the ceiling up over fresh anecdotes. No piece ever lowers it, so evidence
 * *against* has to be told beside it.
 */
export function confidenceOf(
  pieces: readonly Piece[],
  meter: Meter,
): Confidence | ConfidenceRefusal {
  const refusal = refusalOf(pieces, meter)
  if (refusal !== null) return refusal
  const kinds = new Map(meter.table.map((one) => [one.kind, one] as const))
  const told = pieces.flatMap(({ id, kind, ageDays }) => {
    const worth = kinds.get(kind)
    if (worth === undefined || ageDays === null) return []
    const freshness = 2 ** (-Math.max(0, ageDays) / (worth.halfLifeDays ?? meter.halfLifeDays))
    return [{ id, kind, freshness, points: worth.each * freshness, allows: worth.most * freshness }]
  })
  // From the least, so that the order in which pieces come does not touch the last digit.
  const points = told.map((piece) => piece.points).toSorted((left, right) => left - right)
  const sum = points.reduce((total, one) => total + one, 0)
  const most = Math.max(0, ...told.map(({ allows }) => allows))
  return {
    kind: 'confidence',
    confidence: Math.min(sum, most),
    sum,
    most,
    pieces: told.map(({ id, kind, freshness, points: adds }) => ({
      id,
      kind,
      freshness,
      points: adds,
    })),
    undated: pieces.filter(({ ageDays }) => ageDays === null).map(({ id }) => id),
  }
}

function refusalOf(
  pieces: readonly Piece[],
  { table, halfLifeDays }: Meter,
): ConfidenceRefusal | null {
  const names = table.map(({ kind }) => kind)
  const wrong = table.filter(
    ({ kind, each, most, halfLifeDays: own = 1 }, at) =>
      names.indexOf(kind) !== at || !(each >= 0 && each <= most && most < Infinity && own > 0),
  )
  if (wrong.length > 0)
    return { kind: 'refused', code: 'table', which: wrong.map(({ kind }) => kind) }
  if (!(halfLifeDays > 0)) return { kind: 'refused', code: 'half-life', which: [] }
  const unknown = pieces.filter(({ kind }) => !names.includes(kind)).map(({ kind }) => kind)
  return unknown.length === 0
    ? null
    : { kind: 'refused', code: 'kind', which: [...new Set(unknown)].toSorted() }
}
