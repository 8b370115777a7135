/** 64 bits as two words: what chooses one sequence among all. Only the low 32 bits of each count. */
export interface Key {
  readonly low: number
  readonly high: number
}

/**
 * Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3", 2011): turns a key and a counter into two words that look like chance. Fills `into` with the
 * words of this counter and of those after it, two each; an odd room ends with the first of two. It adds,
 * rotates and xors words of 32 bits and nothing else, so it is the same and fast in every JavaScript
 * engine. Thirteen are the fewest rounds that pass all of its authors' tests of chance; their default of 20
 * is a margin for uses that know nothing of what follows, and costs a tenth of all drawing.
 */
export function threefry(
  { low, high }: Key,
  counterLow: number,
  counterHigh: number,
  into: Uint32Array,
): void {
  const { length } = into
  for (let at = 0; at < length; at += 2) {
    // Made whole within the loop: only there does an engine that enters it half-way know that they are.
    const first = low | 0
    const second = high | 0
    const third = first ^ second ^ parity
    let x = (counterLow + (at >>> 1) + first) | 0
    let y = (counterHigh + second) | 0

    x = (x + y) | 0
    y = ((y << 13) | (y >>> 19)) ^ x
    x = (x + y) | 0
    y = ((y << 15) | (y >>> 17)) ^ x
    x = (x + y) | 0
    y = ((y << 26) | (y >>> 6)) ^ x
    x = (x + y) | 0
    y = ((y << 6) | (y >>> 26)) ^ x
    x = (x + second) | 0
    y = (y + third + 1) | 0

    x = (x + y) | 0
    y = ((y << 17) | (y >>> 15)) ^ x
    x = (x + y) | 0
    y = ((y << 29) | (y >>> 3)) ^ x
    x = (x + y) | 0
    y = ((y << 16) | (y >>> 16)) ^ x
    x = (x + y) | 0
    y = ((y << 24) | (y >>> 8)) ^ x
    x = (x + third) | 0
    y = (y + first + 2) | 0

    x = (x + y) | 0
    y = ((y << 13) | (y >>> 19)) ^ x
    x = (x + y) | 0
    y = ((y << 15) | (y >>> 17)) ^ x
    x = (x + y) | 0
    y = ((y << 26) | (y >>> 6)) ^ x
    x = (x + y) | 0
    y = ((y << 6) | (y >>> 26)) ^ x
    x = (x + first) | 0
    y = (y + second + 3) | 0

    x = (x + y) | 0
    y = ((y << 17) | (y >>> 15)) ^ x
    into[at] = x
    into[at + 1] = y
  }
}

/** Keeps a key of zeros from being a weak one (Skein, version 1.3, 2010). */
const parity = 0x1bd11bda
