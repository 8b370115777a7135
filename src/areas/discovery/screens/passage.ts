import type { LineStop } from '../rules/why.ts'
import type { Passage } from '../../../web/kit/passages.ts'

/** As many code points as a quote keeps on either side. */
const kept = 40

/**
 * A quote as one paragraph: lines run together, the ends cut at a word and said to be cut. The
 * passages count code points of that paragraph.
 */
export function paragraphOf(words: NonNullable<LineStop['words']>): {
  readonly text: string
  readonly passages: readonly Passage[]
} {
  const before = cutFront(words.before)
  const after = cutEnd(words.after)
  const text = run(words.text)
  if (before === '' && after === '') return { text: text.trim(), passages: [] }
  const from = [...before].length
  return { text: `${before}${text}${after}`, passages: [{ from, to: from + [...text].length }] }
}

const run = (text: string): string => text.replace(/\s+/g, ' ')

function cutFront(text: string): string {
  const line = run(text)
  return [...text].length < kept ? line.trimStart() : `…${line.replace(/^\S*/, '')}`
}

function cutEnd(text: string): string {
  const line = run(text)
  return [...text].length < kept ? line.trimEnd() : `${line.replace(/\S*$/, '').trimEnd()} …`
}
