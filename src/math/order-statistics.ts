/** The mean of a row and the root of its mean squared distance from it. */
export interface Moments {
  readonly mean: number
  readonly deviation: number
}

/** Sums distances from the first number, so that a large mean costs no digits (Chan, Golub and LeVeque, 1983). */
export function momentsOf(row: Float64Array): Moments {
  const first = row[0] ?? 0
  let sum = 0
  let squares = 0
  for (let at = 0; at < row.length; at += 1) {
    const distance = (row[at] ?? 0) - first
    sum += distance
    squares += distance * distance
  }
  const mean = sum / row.length
  return {
    mean: first + mean,
    deviation: Math.sqrt(Math.max(0, squares / row.length - mean * mean)),
  }
}

/**
 * The numbers that would stand at these places if the row were in order, the least at place 0. No NaN among them;
 * the row stays as it is. Numbers are counted in parts of four deviations to either side, and only the parts
 * asked for are sorted: a row that is nearly all in one part costs as much as sorting it.
 */
export function atPlaces(
  row: Float64Array,
  { mean, deviation }: Moments,
  places: readonly number[],
): readonly number[] {
  if (!(deviation > 0 && deviation < Infinity)) {
    const sorted = row.toSorted()
    return places.map((place) => sorted[place] ?? Number.NaN)
  }
  const parts = Math.min(counts.length, Math.max(16, row.length >> 3))
  const cut: Cut = { from: mean - 4 * deviation, scale: parts / (8 * deviation), last: parts - 1 }
  countParts(row, cut)
  return places.map((place) => {
    let part = 0
    let before = 0
    while (part < cut.last && before + (counts[part] ?? 0) <= place) {
      before += counts[part] ?? 0
      part += 1
    }
    return inPart(row, cut, part, counts[part] ?? 0).sort()[place - before] ?? Number.NaN
  })
}

/** How many numbers a part has; room that is used again. */
const counts = new Int32Array(1024)

interface Cut {
  readonly from: number
  readonly scale: number
  /** The number of the last part. */
  readonly last: number
}

function countParts(row: Float64Array, { from, scale, last }: Cut): void {
  counts.fill(0, 0, last + 1)
  for (let at = 0; at < row.length; at += 1) {
    const part = partOf((row[at] ?? 0) - from, scale, last)
    counts[part] = (counts[part] ?? 0) + 1
  }
}

/** No number is farther off than the root of how many there are, in deviations: as a whole number it is small. */
const partOf = (distance: number, scale: number, last: number): number =>
  Math.max(0, Math.min(last, (distance * scale) | 0))

function inPart(
  row: Float64Array,
  { from, scale, last }: Cut,
  part: number,
  count: number,
): Float64Array {
  const found = new Float64Array(count)
  let seen = 0
  for (let at = 0; seen < count && at < row.length; at += 1) {
    const number = row[at] ?? 0
    if (partOf(number - from, scale, last) !== part) continue
    found[seen] = number
    seen += 1
  }
  return found
}
