/** Numbers that look like chance and are the same in every run: mulberry32 (Tommy Ettinger, 2017). */
export interface Chance {
  /** At least 0, less than 1. */
  readonly share: () => number
  /** At least 0, less than `below`. */
  readonly whole: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number): number => Math.floor(share() * below)
  return { share, whole, pick: (from) => from[whole(from.length)] as (typeof from)[number] }
}

/** Ranks from 0 with the frequencies of words in a language: the nth comes 1/n as often as the first (G. K. Zipf, 1935). */
export function zipf(count: number, chance: Chance): () => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank++) sums[rank] = sum += 1 / (rank + 1)
  return () => {
    const wanted = chance.share() * sum
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] as number) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
