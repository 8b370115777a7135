/** What a verb is found by: what it says, and where it leads to a page also the name of that. */
export interface Called {
  readonly label: string
  readonly page?: string | undefined
}

/**
 * The verbs that what was typed fits, best first: a page or a verb whose name begins with it, then a page of which
 * another word does, then the rest, which every typed word stands in somewhere. Records come between the first and
 * the rest.
 */
export function verbsFor<V extends Called>(
  verbs: readonly V[],
  text: string,
): { readonly first: readonly V[]; readonly rest: readonly V[] } {
  const typed = text.trim().toLowerCase()
  const ranked = verbs.flatMap((verb) => {
    const rank = rankOf(verb, typed)
    return rank === undefined ? [] : [{ verb, rank }]
  })
  const of = (...ranks: readonly number[]): readonly V[] =>
    ranks.flatMap((wanted) => ranked.filter(({ rank }) => rank === wanted).map(({ verb }) => verb))
  return { first: of(0, 1, 2), rest: of(3) }
}

function rankOf({ label, page }: Called, typed: string): 0 | 1 | 2 | 3 | undefined {
  const name = page?.toLowerCase()
  if (name?.startsWith(typed) === true) return 0
  if (label.toLowerCase().startsWith(typed)) return 1
  if (
    name?.split(/\s+/).some((_, at, words) => words.slice(at).join(' ').startsWith(typed)) === true
  )
    return 2
  const said = label.toLowerCase()
  return typed.split(/\s+/).every((word) => said.includes(word)) ? 3 : undefined
}
