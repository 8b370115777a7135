import { sentence, type Sentence } from '../../../engine/words.ts'

/** How many code points of the surroundings are kept on either side of a quote. */
export const surroundings = 40

export interface Passage {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly before: string
  readonly after: string
}

/**
 * The passage of `whole` from code point `start` up to, not including, `end`, with its surroundings; or
 * a sentence that says why there is none.
 */
export function passageOf(
  whole: string,
  start: number,
  end: number,
): Passage | { readonly says: Sentence } {
  const points = [...whole]
  if (end > points.length)
    return {
      says: sentence('The text ends at {length}; the quote cannot end at {end}.', {
        length: String(points.length),
        end: String(end),
      }),
    }
  if (start >= end)
    return {
      says: sentence('A quote ends after it starts; {end} is not after {start}.', {
        end: String(end),
        start: String(start),
      }),
    }
  const text = points.slice(start, end).join('')
  if (text.trim() === '') return { says: sentence('These characters are only white space.') }
  return {
    start,
    end,
    text,
    before: points.slice(Math.max(0, start - surroundings), start).join(''),
    after: points.slice(end, end + surroundings).join(''),
  }
}

/**
 * Where a passage stands in a text that has changed since: in its old place if it is still there, else
 * where its words stand with the most of their old surroundings, else nearest to the old place;
 * undefined when the words are gone. Offsets are code points.
 */
export function anchor(
  whole: string,
  passage: Passage,
): { readonly start: number; readonly end: number } | undefined {
  const points = [...whole]
  const words = [...passage.text]
  if (words.length === 0) return undefined
  const found = places(points, words).map((start) => ({
    start,
    fit:
      sameTail(points.slice(0, start), [...passage.before]) +
      sameHead(points.slice(start + words.length), [...passage.after]),
  }))
  if (found.some((one) => one.start === passage.start))
    return { start: passage.start, end: passage.end }
  const best = found.toSorted(
    (left, right) =>
      right.fit - left.fit ||
      Math.abs(left.start - passage.start) - Math.abs(right.start - passage.start),
  )[0]
  return best === undefined ? undefined : { start: best.start, end: best.start + words.length }
}

function places(points: readonly string[], words: readonly string[]): readonly number[] {
  const found: number[] = []
  for (let start = 0; start + words.length <= points.length; start++)
    if (words.every((word, index) => points[start + index] === word)) found.push(start)
  return found
}

const sameTail = (left: readonly string[], right: readonly string[]): number =>
  sameHead(left.slice(-surroundings).toReversed(), right.toReversed())

function sameHead(left: readonly string[], right: readonly string[]): number {
  let count = 0
  while (count < right.length && left[count] === right[count]) count++
  return count
}
