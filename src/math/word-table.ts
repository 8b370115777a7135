/**
 * A function of a 32-bit word, tabulated more finely where it bends: the nearer to an end, the narrower the
 * cells. There are eight for each halving of the distance, and two from the tenth halving on. In a cell it is the
 * parabola through three of its values, or the line through two where the parabola would turn back. Three
 * coefficients a cell, first the cells from the low end to the middle, then those from the high end. After them the
 * same function once more in strips of one width, for all words but those near an end: there a shift finds it.
 */
export type WordTable = Float64Array

/** Values at `distances` from the low end and from the high end, of which a table is made. */
export interface Samples {
  readonly fromLow: Float64Array
  readonly fromHigh: Float64Array
}

/** How many cells lie where a distance has so many bits. */
const cellsAt = (bits: number): number => (bits <= 21 ? 2 : 8)

/** Where the cells of a side begin, in words from its end. */
const begins: readonly number[] = [
  0,
  ...Array.from({ length: 29 }, (_, at) => at + 3).flatMap((bits) =>
    Array.from(
      { length: cellsAt(bits) },
      (_, cell) => 2 ** (bits - 1) * (1 + cell / cellsAt(bits)),
    ),
  ),
]

const middle = 2 ** 31

const cells = begins.length

/** The ends and the middles of the cells, as shares of all words, from an end to a half. */
export const distances: Float64Array = Float64Array.from({ length: 2 * cells + 1 }, (_, at) => {
  const begin = begins[at >> 1] ?? middle
  const end = begins[(at >> 1) + 1] ?? middle
  // The end itself may be infinite: what the first word stands for is not.
  return at === 0 ? 2 ** -33 : (begin + (at % 2) * ((end - begin) / 2)) * 2 ** -32
})

/** Fills `into` with the values of as many words. */
export function fillFrom(table: WordTable, words: Uint32Array, into: Float64Array): void {
  for (let at = 0; at < into.length; at += 1) {
    const word = words[at] ?? 0
    const strip = word >>> stripBits
    if ((strip - nearEnd) >>> 0 < strips - 2 * nearEnd) {
      const along = word & (2 ** stripBits - 1)
      const start = stripsFrom + strip * 3
      into[at] =
        (table[start] ?? 0) + along * ((table[start + 1] ?? 0) + along * (table[start + 2] ?? 0))
    } else into[at] = valueNearEnd(table, word | 0)
  }
}

function valueNearEnd(table: WordTable, word: number): number {
  // Of a word in the upper half its complement, which is how far it is from the high end.
  const distance = word ^ (word >> 31)
  const zeros = Math.clz32(distance)
  const lead = distance >>> (bitsWithin[zeros] ?? 0)
  const along = (distance + 0.5) * (perCell[zeros] ?? 0) - lead
  const start = ((word >>> 31) * cells + (before[zeros] ?? 0) + lead) * 3
  return (table[start] ?? 0) + along * ((table[start + 1] ?? 0) + along * (table[start + 2] ?? 0))
}

export const newTable = (): WordTable => new Float64Array(stripsFrom + strips * 3)

export function tabulate({ fromLow, fromHigh }: Samples, into: WordTable): void {
  tabulateSide(fromLow, into, 0)
  tabulateSide(fromHigh, into, cells * 3)
  for (let strip = nearEnd; strip < strips - nearEnd; strip += 1) tabulateStrip(into, strip)
}

export const newSamples = (): Samples => ({
  fromLow: new Float64Array(distances.length),
  fromHigh: new Float64Array(distances.length),
})

/** By how many zeros a distance begins with: how many of its bits count within its cell. */
const bitsWithin = Uint8Array.from({ length: 33 }, (_, zeros) =>
  zeros >= 30 ? 2 : 32 - zeros - 1 - Math.log2(cellsAt(32 - zeros)),
)

/** The share of its cell that a word is. */
const perCell = Float64Array.from(bitsWithin, (bits) => 2 ** -bits)

/** How many cells lie before those there, less what a lead there is at least. */
const before = Int32Array.from(bitsWithin, (_, zeros) =>
  zeros >= 30 ? 0 : begins.indexOf(2 ** (31 - zeros)) - cellsAt(32 - zeros),
)

function tabulateSide(samples: Float64Array, into: WordTable, from: number): void {
  for (let cell = 0; cell < cells; cell += 1) {
    const begin = samples[2 * cell] ?? 0
    const half = samples[2 * cell + 1] ?? 0
    const end = samples[2 * cell + 2] ?? 0
    const rise = end - begin
    const parabola = 2 * (begin + end - 2 * half)
    const bend = Math.abs(parabola) <= Math.abs(rise) ? parabola : 0
    into[from + 3 * cell] = begin
    into[from + 3 * cell + 1] = rise - bend
    into[from + 3 * cell + 2] = bend
  }
}

/** Words are cut into strips by their first bits. */
const strips = 512
const stripBits = 32 - Math.log2(strips)

/** So many strips at either end are wider than the cells there. */
const nearEnd = 8

const stripsFrom = 2 * cells * 3

/** In which cell each strip lies, where that begins, and how wide it is, in words. */
const cellOf = Array.from({ length: strips }, (_, strip) => {
  const from = strip * 2 ** stripBits
  const isLow = strip < strips / 2
  const near = isLow ? from : 2 ** 32 - from - 2 ** stripBits
  const cell = begins.findLastIndex((begin) => begin <= near)
  const begin = begins[cell] ?? 0
  return {
    start: 3 * (cell + (isLow ? 0 : cells)),
    // of the strip's first word, in cells, as that cell counts: from its own end
    along:
      ((isLow ? near : near + 2 ** stripBits - 1) + 0.5 - begin) /
      ((begins[cell + 1] ?? middle) - begin),
    perWord: (isLow ? 1 : -1) / ((begins[cell + 1] ?? middle) - begin),
  }
})

/** The parabola of the strip's cell, counted in words from the strip's first. */
function tabulateStrip(table: WordTable, strip: number): void {
  const { start, along, perWord } = cellOf[strip] as (typeof cellOf)[number]
  const value = table[start] ?? 0
  const slope = table[start + 1] ?? 0
  const bend = table[start + 2] ?? 0
  const into = stripsFrom + strip * 3
  table[into] = value + along * (slope + along * bend)
  table[into + 1] = perWord * (slope + 2 * along * bend)
  table[into + 2] = perWord * perWord * bend
}
