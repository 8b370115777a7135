/**
 * Where runs of stratified draws end that are stratified by themselves: of so many draws of any stream, each such
 * part of all words has one. How far their means lie apart therefore says how sure the mean of all draws is, with
 * what stratification does to it, which no formula for independent draws shows.
 *
 * The last run is what is left of one, and then as even as that can be; a short rest goes with the run before it.
 */
export function evenBlocks(draws: number): readonly number[] {
  const ends: number[] = []
  for (let taken = smallest; taken < draws; taken *= 2) {
    ends.push(taken)
    // As `fillStratified` fills a round: beside the first 256 words, then beside as many as there were so far.
    for (let beside = smallestGroup; beside < taken; beside *= 2)
      if (taken + beside < draws) ends.push(taken + beside)
  }
  const last = ends.at(-1)
  return last !== undefined && draws - last < smallest
    ? [...ends.slice(0, -1), draws]
    : [...ends, draws]
}

/** Shorter runs say little. */
const smallest = 64
const smallestGroup = 256
