/** From values to places on a chart, straight. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly at: (value: number) => number
}

/** Values from `domain` onto lengths from `range`; a domain without width lies in the middle of the range. */
export function scaleOf(
  domain: readonly [from: number, to: number],
  range: readonly [from: number, to: number],
): Scale {
  const [from, to] = domain
  const [start, end] = range
  const width = to - from
  return {
    from,
    to,
    at: (value) =>
      width === 0 ? (start + end) / 2 : start + ((value - from) / width) * (end - start),
  }
}

/** About so many round numbers from one to the other: steps of 1, 2 or 5 times a power of ten. */
export function ticksOf(from: number, to: number, about: number): readonly number[] {
  if (!(to > from) || about < 1) return [from]
  const rough = (to - from) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const parts = rough / power - 1e-9
  const step = power * (parts > 5 ? 10 : parts > 2 ? 5 : parts > 1 ? 2 : 1)
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  )
}
