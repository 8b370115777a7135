/** What somebody types into a cell, as it is meant. */
export type Typed =
  | { readonly is: 'range'; readonly low: number; readonly likely: number; readonly high: number }
  | { readonly is: 'value'; readonly likely: number }
  | { readonly is: 'abstains' }
  | { readonly is: 'empty' }
  | { readonly is: 'unread' }

/**
 * Reads a cell: `4` is a value, `2 4 5` low, likely and high, `2-5` from low to high with likely in the middle, `?` or
 * `-` says that one abstains. Numbers have a point or a comma before their fraction; anything else that stands between
 * them parts them.
 */
export function typedRating(text: string): Typed {
  const trimmed = text.trim()
  if (trimmed === '') return { is: 'empty' }
  if (trimmed === '?' || trimmed === '-' || trimmed === '–') return { is: 'abstains' }
  const found = [...trimmed.matchAll(/(?<!\d)-?\d+(?:[.,]\d+)?/gu)].map(([number]) =>
    Number(number.replace(',', '.')),
  )
  const rest = trimmed.replaceAll(/(?<!\d)-?\d+(?:[.,]\d+)?/gu, ' ')
  if (!/^[\s\-–—.…/;]*$/u.test(rest)) return { is: 'unread' }
  const [first, second, third] = found
  if (first === undefined || found.length > 3) return { is: 'unread' }
  if (second === undefined) return { is: 'value', likely: first }
  if (third === undefined)
    return { is: 'range', low: first, likely: (first + second) / 2, high: second }
  return { is: 'range', low: first, likely: second, high: third }
}

/** A rating as it would be typed. */
export function ratingTyped(row: Readonly<Record<string, unknown>> | undefined): string {
  if (row === undefined) return ''
  if (row['abstains'] === true) return '?'
  const { low, likely, high } = row
  if (typeof likely !== 'number') return ''
  return typeof low === 'number' && typeof high === 'number'
    ? `${low} ${likely} ${high}`
    : String(likely)
}
