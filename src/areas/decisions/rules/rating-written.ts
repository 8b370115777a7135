/** A rating as its fields keep it: a value, a range of the quantiles of 10, 50 and 90 %, words, or several of these. */
export interface Written {
  readonly low: number | null
  readonly likely: number | null
  readonly high: number | null
  readonly words: string | null
}

/**
 * What somebody typed into the cell of an option. `6` is a value, `4 to 9` a range with its middle half way,
 * `6 (4 to 9)` a range with its middle, `6; with two people` adds words, and anything else is words. A range
 * that was typed the wrong way round is turned. A comma in a number is a decimal point.
 */
export function readRating(text: string): Written {
  const [head = '', ...rest] = text.split(';')
  const words = rest.join(';').trim()
  const numbers = numbersIn(head.trim())
  if (numbers === undefined) return { ...nothing, words: orNull(text.trim()) }
  return { ...numbers, words: orNull(words) }
}

/** The text that reads back as this rating. */
export function writeRating({ low, likely, high, words }: Written): string {
  const numbers =
    likely === null
      ? ''
      : low === null || high === null || (low === likely && high === likely)
        ? plain(likely)
        : `${plain(likely)} (${plain(low)} to ${plain(high)})`
  return [numbers, words ?? ''].filter((part) => part !== '').join('; ')
}

const nothing: Written = { low: null, likely: null, high: null, words: null }

const figure = '([-+]?\\d+(?:[.,]\\d+)?)'
const between = '\\s*(?:to|bis|–|—|\\.\\.)\\s*'
const point = new RegExp(`^${figure}$`)
const range = new RegExp(`^${figure}${between}${figure}$`, 'i')
const whole = new RegExp(`^${figure}\\s*\\(${figure}${between}${figure}\\)$`, 'i')

function numbersIn(text: string): Written | undefined {
  const one = point.exec(text)
  if (one !== null) return { ...nothing, likely: numberOf(one[1]) }
  const two = range.exec(text)
  if (two !== null) {
    const [from, to] = [numberOf(two[1]), numberOf(two[2])]
    return ranged(from, (from + to) / 2, to)
  }
  const three = whole.exec(text)
  return three === null
    ? undefined
    : ranged(numberOf(three[2]), numberOf(three[1]), numberOf(three[3]))
}

const ranged = (from: number, likely: number, to: number): Written => ({
  ...nothing,
  low: Math.min(from, to),
  likely,
  high: Math.max(from, to),
})

const numberOf = (text: string | undefined): number => Number((text ?? '').replace(',', '.'))

/** Without an exponent, which the cell does not read. */
const plain = (value: number): string =>
  Math.abs(value) < 1e15 && !String(value).includes('e')
    ? String(value)
    : value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })

const orNull = (text: string): string | null => (text === '' ? null : text)
