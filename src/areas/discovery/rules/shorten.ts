/**
 * The beginning of a text, at most `most` code points with the dots that say so. Only as much of the
 * text is taken apart as can be needed: a feedback may be long, and a line holds thousands.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const points = [...text.slice(0, most * 2)]
  return points.length <= most && text.length <= most * 2 ? text : `${points.slice(0, most - 1).join('')}…`
}

/** The beginning of a text on one line. The part that is looked at ends with a whole character. */
export const oneLine = (text: string, most: number): string =>
  shorten(text.slice(0, most * 4).replace(/[\uD800-\uDBFF]$/, '').replace(/\s+/g, ' ').trim(), most)
