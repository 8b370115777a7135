/** What somebody may be called in a text: `@` and a name of at most so many words. */
const mostWords = 6

/**
 * Every run of words after an `@` that might be a name, the longest first for each place. A name ends
 * where a sentence or a word does: of "@Ana Lindt's," it is tried with the comma, without, and without the s.
 */
export function calledIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu)].map(({ index }) => {
    const rest = text.slice(index + 1, index + 1 + 200)
    const words = [...rest.matchAll(/\S+/gu)].slice(0, mostWords)
    const runs = words.flatMap((word) => {
      const run = rest.slice(0, word.index + word[0].length)
      const bare = run.replace(/[^\p{L}\p{N}]+$/u, '')
      return [bare.replace(/['’]\p{L}*$/u, ''), bare, run]
    })
    return [...new Set(runs)].toReversed()
  })
}

interface Named {
  readonly id: string
  readonly name: string
}

/**
 * Who is mentioned by name, each once: at each `@` whoever has the longest name that stands there. Of
 * several with one name those in `chosen`, and all of them where none is.
 */
export function mentionedIn(
  text: string,
  people: readonly Named[],
  chosen: ReadonlySet<string>,
): readonly string[] {
  const found = calledIn(text).flatMap((runs) => {
    const name = runs.find((run) => people.some((one) => one.name === run))
    const same = people.filter((one) => one.name === name)
    const meant = same.filter(({ id }) => chosen.has(id))
    return (meant.length > 0 ? meant : same).map(({ id }) => id)
  })
  return [...new Set(found)]
}
