/**
 * The candidate that was probably meant: the fewest letters left out, put in, changed or swapped (Damerau,
 * 1964; no letter twice), whatever their case, at most one in three. Of equals the earlier; null where none
 * is near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = lettersOf(word)
  let best: string | null = null
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of candidates) {
    const letters = lettersOf(candidate)
    if (Math.abs(letters.length - wanted.length) >= least) continue
    const far = distance(wanted, letters)
    if (far >= least) continue
    least = far
    best = candidate
  }
  return best
}

/** Longer names are told apart by their first letters; the cost grows with the square. */
const lettersOf = (word: string): readonly string[] => [...word.slice(0, 64).toLowerCase()]

function distance(left: readonly string[], right: readonly string[]): number {
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: right.length + 1 }, (_, at) => at)
  left.forEach((letter, row) => {
    const next = [row + 1]
    right.forEach((other, column) => {
      const changed = (last[column] ?? 0) + (letter === other ? 0 : 1)
      const fewest = Math.min(changed, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1)
      const isSwapped = letter === right[column - 1] && left[row - 1] === other
      next.push(isSwapped ? Math.min(fewest, (before[column - 1] ?? 0) + 1) : fewest)
    })
    before = last
    last = next
  })
  return last.at(-1) ?? 0
}
