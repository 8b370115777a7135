import { fillWords, type Stream } from './random.ts'

/**
 * The first words of a stream, spread evenly: among the first 2, 4, 8 … of them, each half, quarter, eighth … of
 * all words has exactly one, and in between the newest are as even as they can be. The first are the same
 * whatever more is asked for, so an answer can be tightened by going on.
 *
 * What the words of different streams make together is a Latin hypercube that grows by doubling (McKay, Beckman and
 * Conover, 1979; Qian, "Nested Latin hypercube designs", 2009). Of a score, whatever is a sum of one function per
 * stream is known far better than from independent draws, and the rest not noticeably worse: by a factor
 * n / (n − 1) in the variance at most (Owen, 1997). It is best at a power of two.
 */
export function fillStratified(stream: Stream, into: Uint32Array): void {
  fillWords(stream, into)
  if (empty.length < into.length) empty = new Uint32Array(into.length)
  for (let taken = 1, level = 1; taken < into.length; taken *= 2, level += 1)
    fillHalves(into, taken, level)
}

/** Where the halves without a word begin; room that is used again. */
let empty = new Uint32Array(1024)

/**
 * Each of the cells so far has one word, in one of its halves: puts the next words into the others, one into each. They
 * are taken in groups, first those beside the first 256 words, then those beside as many as there were so far, so
 * that half a round is even too. (In smaller groups the same few words would always go together, and streams would
 * no longer be independent.)
 */
function fillHalves(words: Uint32Array, taken: number, level: number): void {
  const end = Math.min(2 * taken, words.length)
  let from = 0
  let to = Math.min(taken, smallestGroup)
  while (taken + from < end) {
    emptyHalves(words, from, to, level)
    shuffleInto(words, from, to, taken, level)
    from = to
    to *= 2
  }
}

const smallestGroup = 256

function emptyHalves(words: Uint32Array, from: number, to: number, level: number): void {
  const halves = empty
  const shift = 32 - level
  for (let at = from; at < to; at += 1) halves[at] = (((words[at] ?? 0) >>> shift) ^ 1) << shift
}

/**
 * In a random order (Fisher and Yates, 1938). A random word times the halves to choose from gives both: its high
 * part the choice, its low part the place within.
 */
function shuffleInto(
  words: Uint32Array,
  from: number,
  to: number,
  taken: number,
  level: number,
): void {
  const halves = empty
  const end = Math.min(to, words.length - taken)
  for (let at = from; at < end; at += 1) {
    const word = words[taken + at] ?? 0
    const left = to - at
    const chosen = at + (((word * left) / 2 ** 32) | 0)
    words[taken + at] = (halves[chosen] ?? 0) | (Math.imul(word, left) >>> level)
    halves[chosen] = halves[at] ?? 0
  }
}
