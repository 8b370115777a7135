import type { Reader } from '../../../engine/ports.ts'
import type { Words } from '../../../engine/words.ts'

/** Something that stands in doubt until somebody looks at it again: the line through what hangs on it is broken. */
export interface Doubt {
  readonly ref: string
  readonly title: string
  readonly since: string | null
  /** What happened, in the words that were said before. */
  readonly because: readonly string[]
}

/** Everything whose line is broken, by id, as far as a reader sees it. Who decides later in the order of areas says so. */
export type BrokenIn = (reader: Reader) => Promise<ReadonlyMap<string, readonly Doubt[]>>

/** What all of them hold to be broken, together. */
export async function allBroken(
  breaks: readonly BrokenIn[],
  reader: Reader,
): Promise<ReadonlyMap<string, readonly Doubt[]>> {
  const [only, ...rest] = await Promise.all(breaks.map((brokenIn) => brokenIn(reader)))
  const all = new Map(only ?? [])
  for (const found of rest)
    for (const [id, doubts] of found) all.set(id, [...(all.get(id) ?? []), ...doubts])
  return all
}

/** Where a line is broken, and why, in a sentence. */
export interface Break {
  readonly ref: string
  readonly title: string
  readonly since: string | null
  readonly says: string
}

/** The breaks of a line that runs through these rows, each once. */
export function breaksOn(
  ids: readonly string[],
  broken: ReadonlyMap<string, readonly Doubt[]>,
  words: Words,
): readonly Break[] {
  const found = new Map<string, Break>()
  for (const id of ids)
    for (const { ref, title, since, because } of broken.get(id) ?? [])
      found.set(ref, { ref, title, since, says: saidOf(ref, since, because, words) })
  return [...found.values()]
}

function saidOf(
  ref: string,
  since: string | null,
  because: readonly string[],
  words: Words,
): string {
  const [what] = because
  if (since === null || what === undefined) return words.say('{ref} is under review.', { ref })
  return words.say('{ref} is under review since {day}: “{what}”', {
    ref,
    day: since.slice(0, 10),
    what,
  })
}
