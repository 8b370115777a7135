import type { Sentence, Stretch } from '../../rules/sentences.ts'

/** A part of a text that is drawn in one way. */
export interface Piece extends Stretch {
  readonly text: string
  /** The sentence that it is of; null between two. */
  readonly sentence: number | null
  readonly isQuoted: boolean
  readonly isChosen: boolean
}

/**
 * A text as paragraphs of pieces, cut at its sentences, at what is quoted of it and at what is chosen.
 * Joined with the space that parts the paragraphs, the pieces are the text.
 */
export function piecesOf(
  text: string,
  sentences: readonly Sentence[],
  quoted: readonly Stretch[],
  chosen: Stretch | null,
): readonly (readonly Piece[])[] {
  const points = [...text]
  const marked = chosen === null ? quoted : [...quoted, chosen]
  const edges = [...sentences, ...marked].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set(edges.filter((edge) => edge >= 0 && edge <= points.length))].toSorted(
    (one, other) => one - other,
  )
  const paragraphs: Piece[][] = []
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1]
    if (end === undefined) break
    const sentence = sentences.findIndex((one) => one.start <= start && end <= one.end)
    const isBeginning = sentence !== -1 && sentences[sentence]?.begins === true
    const isFirst = sentences[sentence]?.start === start
    const piece: Piece = {
      start,
      end,
      text: points.slice(start, end).join(''),
      sentence: sentence === -1 ? null : sentence,
      isQuoted: quoted.some((one) => one.start <= start && end <= one.end),
      isChosen: chosen !== null && chosen.start <= start && end <= chosen.end,
    }
    if (paragraphs.length === 0 || (isBeginning && isFirst)) paragraphs.push([piece])
    else paragraphs.at(-1)?.push(piece)
  }
  return paragraphs
}

/** A stretch without the space at its edges; undefined where there is nothing else. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | undefined {
  const points = [...text]
  let [first, last] = [Math.max(0, start), Math.min(end, points.length)]
  while (first < last && /\s/.test(points[first] ?? '')) first++
  while (last > first && /\s/.test(points[last - 1] ?? '')) last--
  return first < last ? { start: first, end: last } : undefined
}
