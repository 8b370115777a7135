/** How far two orders of the same things agree. */
export interface Agreement {
  /** τ-b, from −1, one is the other turned round, to 1, they are the same; null where either tells nothing apart. */
  readonly tau: number | null
  /** Pairs that both put the same way, and the other way. */
  readonly concordant: number
  readonly discordant: number
}

/**
 * Kendall's τ-b of two lists of ranks of the same things, in the same order (Kendall, The treatment of ties in ranking
 * problems, Biometrika 33, 1945): (C − D) ÷ √((P − T₁)(P − T₂)), where P are all pairs and Tᵢ those that the one list
 * ties. Pairs are gone through one by one, so that it is for some thousands of things at most. A RangeError where the
 * lists are not of one length.
 */
export function kendall(one: readonly number[], other: readonly number[]): Agreement {
  if (one.length !== other.length)
    throw new RangeError('Two orders of the same things have one length.')
  let [concordant, discordant, tiedOne, tiedOther] = [0, 0, 0, 0]
  for (let left = 0; left < one.length; left += 1)
    for (let right = left + 1; right < one.length; right += 1) {
      const first = Math.sign((one[left] ?? 0) - (one[right] ?? 0))
      const second = Math.sign((other[left] ?? 0) - (other[right] ?? 0))
      if (first === 0) tiedOne += 1
      if (second === 0) tiedOther += 1
      if (first * second > 0) concordant += 1
      if (first * second < 0) discordant += 1
    }
  const pairs = (one.length * (one.length - 1)) / 2
  const room = Math.sqrt((pairs - tiedOne) * (pairs - tiedOther))
  return { tau: room === 0 ? null : (concordant - discordant) / room, concordant, discordant }
}
