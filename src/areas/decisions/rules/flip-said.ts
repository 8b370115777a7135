import type { Words } from '../../../engine/words.ts'
import type { Flip } from './certainty.ts'
import type { WeightTurn } from './models/order.ts'

/** What would have to be otherwise for the next idea to come in; of two that are as good as equal, that they are. */
export function flipSaid(
  { enters, leaves, by }: Flip,
  titleOf: (id: string) => string,
  words: Words,
): string {
  const titles = { enters: titleOf(enters), leaves: titleOf(leaves) }
  // Below this the share would be told as 1.
  if (by < 1.005) return equalSaid(titles, words)
  return words.say(
    '“{enters}” comes in and “{leaves}” goes out if its reach, impact or confidence is {by} times what we hold it to be, or its effort as much less.',
    { ...titles, by: words.number(by, { maximumFractionDigits: 2 }) },
  )
}

/** Which weight would let the next idea in; of two that are equal, that they are. */
export function weightFlipSaid(
  { enters, leaves, at, is }: WeightTurn,
  criterion: string,
  titleOf: (id: string) => string,
  words: Words,
): string {
  const titles = { enters: titleOf(enters), leaves: titleOf(leaves) }
  const [turned, now] = [at, is].map((weight) => words.number(weight, { maximumFractionDigits: 2 }))
  if (turned === now) return equalSaid(titles, words)
  return words.say(
    '“{enters}” comes in and “{leaves}” goes out if the weight of {criterion} is {at} in place of {is}.',
    { ...titles, criterion, at: turned ?? '', is: now ?? '' },
  )
}

const equalSaid = (titles: { readonly enters: string; readonly leaves: string }, words: Words) =>
  words.say(
    '“{enters}” is worth as much as “{leaves}”, or within half a percent of it: whatever lifts it a little brings it in.',
    titles,
  )
