/** A stretch of a text in code points, from inclusive, to exclusive. */
export interface Passage {
  readonly from: number
  readonly to: number
}

export interface Piece {
  readonly text: string
  /** Which passage this piece is of; the first one where several cover it. */
  readonly passage?: number
}

/**
 * A text cut at the edges of its passages, in order and without loss: joined, the pieces are the text.
 * Offsets count code points, not UTF-16 units; what lies outside the text is left out.
 */
export function cutAt(text: string, passages: readonly Passage[]): readonly Piece[] {
  const points = [...text]
  const clamp = (offset: number): number => Math.min(Math.max(offset, 0), points.length)
  const within = passages.map(({ from, to }) => ({ from: clamp(from), to: clamp(to) }))
  const edges = [0, points.length, ...within.flatMap(({ from, to }) => [from, to])]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] ?? 0
    const piece = points.slice(from, to).join('')
    const passage = within.findIndex((p) => p.from <= from && to <= p.to)
    return passage === -1 ? { text: piece } : { text: piece, passage }
  })
}
