/**
 * The beginning of a text, at most `most` code points with the dots that say so. The text is walked and
 * not taken apart: a feedback may be long, and a line holds thousands.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  let kept = 0
  for (
    let at = 0, count = 0;
    at < text.length;
    at += isHigh(text.charCodeAt(at)) ? 2 : 1, count++
  ) {
    if (count === most - 1) kept = at
    if (count === most) return `${text.slice(0, kept)}…`
  }
  return text
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** The beginning of a text on one line. The part that is looked at ends with a whole character. */
export const oneLine = (text: string, most: number): string =>
  shorten(
    text
      .slice(0, most * 4)
      .replace(/[\uD800-\uDBFF]$/, '')
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim(),
    most,
  )
