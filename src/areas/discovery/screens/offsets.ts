/** A stretch of a text in code points, from inclusive, to exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * What was selected in a text area, counted in code points of the text itself. A text area counts
 * UTF-16 units, and shows `\r\n` and `\r` as one `\n`. Undefined where nothing but space is selected;
 * space at the edges is left out.
 */
export function stretchOf(text: string, from: number, to: number): Stretch | undefined {
  const shown = shownAs(text)
  let [first, last] = [Math.min(from, to), Math.max(from, to)]
  while (first < last && /\s/.test(shown[first] ?? '')) first++
  while (last > first && /\s/.test(shown[last - 1] ?? '')) last--
  if (first === last) return undefined
  return { start: pointsBefore(text, first), end: pointsBefore(text, last) }
}

/** The text as a text area shows it. */
export const shownAs = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Code points of the text that stand before this UTF-16 place of what is shown of it. */
function pointsBefore(text: string, place: number): number {
  let units = 0
  let points = 0
  for (let at = 0; at < text.length && units < place;) {
    const point = text.codePointAt(at) ?? 0
    const size = point > 0xffff ? 2 : 1
    // the \r of a \r\n is a code point of the text and nothing of what is shown
    const isHidden = point === 13 && text[at + 1] === '\n'
    at += size
    points += 1
    units += isHidden ? 0 : size
  }
  return points
}
