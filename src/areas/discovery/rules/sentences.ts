/** A stretch of a text in code points, from inclusive, to exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** A sentence, and whether a new paragraph begins with it. */
export interface Sentence extends Stretch {
  readonly begins: boolean
}

/**
 * The sentences of a text in order, without the space around them (Unicode Annex 29, by the rules of
 * the language where it is known). A line break ends a sentence and begins a paragraph.
 */
export function sentencesOf(text: string, language?: string): readonly Sentence[] {
  const found: Sentence[] = []
  let at = 0
  let begins = true
  for (const { segment } of segmenter('sentence', language).segment(text)) {
    const [lead = ''] = /^\s*/u.exec(segment) ?? []
    const words = segment.trim()
    const size = [...segment].length
    if (/[\r\n]/.test(lead)) begins = true
    if (words !== '') {
      const start = at + [...lead].length
      found.push({ start, end: start + [...words].length, begins })
      begins = /[\r\n]\s*$/.test(segment)
    } else if (/[\r\n]/.test(segment)) begins = true
    at += size
  }
  return found
}

/** The words of a text in order, as stretches: what `wordStep` goes by. */
export function wordsIn(text: string, language?: string): readonly Stretch[] {
  const found: Stretch[] = []
  let at = 0
  for (const { segment, isWordLike } of segmenter('word', language).segment(text)) {
    const size = [...segment].length
    if (isWordLike === true) found.push({ start: at, end: at + size })
    at += size
  }
  return found
}

/**
 * A stretch with one of its edges a word further or a word back. It keeps at least one word, and stays
 * as it is where there is none further.
 */
export function moved(
  stretch: Stretch,
  edge: 'start' | 'end',
  by: 1 | -1,
  words: readonly Stretch[],
): Stretch {
  const stops = words.map((word) => word[edge])
  const from = stretch[edge]
  const next = by === 1 ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from)
  if (next === undefined) return stretch
  const wanted = { ...stretch, [edge]: next }
  return wanted.start < wanted.end ? wanted : stretch
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(granularity: 'sentence' | 'word', language = 'en'): Intl.Segmenter {
  const key = `${granularity} ${language}`
  const known = segmenters.get(key)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(isKnown(language) ? language : 'en', { granularity })
  segmenters.set(key, made)
  return made
}

/** A language that a file gave may be any text. */
function isKnown(language: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(language).length > 0
  } catch {
    return false
  }
}
