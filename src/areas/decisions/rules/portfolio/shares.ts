import type { Row } from '../../../../engine/record.ts'
import { invalid } from '../../../../engine/problem.ts'
import { sentence } from '../../../../engine/words.ts'
import type { AskedShare } from './asked.ts'

/** Rows by which ideas are counted together. */
export interface Groups {
  readonly ideas: readonly Row[]
  readonly links: readonly Readonly<Record<string, unknown>>[]
  readonly objectives: readonly Row[]
  readonly keyResults: readonly Row[]
  readonly needs: readonly Row[]
  readonly products: readonly Row[]
}

/**
 * Least shares as people write them, such as "OBJ-3: 20 %": of all that is spent, at least so much goes to ideas that
 * advance this objective or what is under it, that address this need, that are this product's, or that
 * advance an objective of this period (a horizon: "2027: 20 %"). An `invalid` for what cannot be read.
 */
export const sharesOf = (written: readonly string[], groups: Groups): readonly AskedShare[] =>
  written.map((text) => {
    const read = readShare(text)
    if (read === undefined || read.percent > 100) throw unread(text)
    const { name, percent } = read
    const ideaIds = membersOf(name, groups)
    if (ideaIds === undefined)
      throw invalid(sentence('There is no {name} that ideas could be counted by.', { name }), [
        {
          at: 'shares',
          says: 'Name an objective, a need, a product or a period, such as OBJ-3: 20 %.',
        },
      ])
    return { name, atLeast: percent / 100, ideaIds }
  })

/** What a written share is of, and how much: undefined where it cannot be read. */
export function readShare(
  text: string,
): { readonly name: string; readonly percent: number } | undefined {
  const [, name, percent] = /^\s*(.+?)\s*[:=]\s*(\d+(?:[.,]\d+)?)\s*%?\s*$/u.exec(text) ?? []
  return name === undefined || percent === undefined
    ? undefined
    : { name, percent: Number(percent.replace(',', '.')) }
}

const unread = (text: string) =>
  invalid(sentence('"{text}" is no share.', { text }), [
    { at: 'shares', says: 'Write what it is of and how much, such as OBJ-3: 20 %.' },
  ])

function membersOf(name: string, groups: Groups): readonly string[] | undefined {
  const { ideas, links, objectives, keyResults, needs, products } = groups
  const named = (rows: readonly Row[]): Row | undefined =>
    rows.find(({ id, ref }) => ref.toUpperCase() === name.toUpperCase() || id === name)
  const tied = (relation: string, ends: ReadonlySet<string>): readonly string[] => [
    ...new Set(
      links.flatMap((link) =>
        link['relation'] === relation && ends.has(String(link['toId']))
          ? [String(link['fromId'])]
          : [],
      ),
    ),
  ]
  const advancing = (roots: readonly Row[]): readonly string[] => {
    const all = under(roots, objectives)
    const results = keyResults.filter((row) => all.has(String(row['objectiveId'])))
    return tied('advances', new Set([...all, ...results.map(({ id }) => id)]))
  }
  const objective = named(objectives)
  if (objective !== undefined) return advancing([objective])
  const need = named(needs)
  if (need !== undefined) return tied('addresses', under([need], needs))
  const product = named(products)
  if (product !== undefined) {
    const all = under([product], products)
    return ideas.flatMap((idea) => (all.has(String(idea['productId'])) ? [idea.id] : []))
  }
  const horizon = objectives.filter((row) => row['period'] === name)
  return horizon.length === 0 ? undefined : advancing(horizon)
}

/** These rows of a tree and all that lie under them, by id. */
function under(roots: readonly Row[], rows: readonly Row[]): ReadonlySet<string> {
  const found = new Set(roots.map(({ id }) => id))
  for (let grew = true; grew;) {
    grew = false
    for (const row of rows)
      if (!found.has(row.id) && found.has(String(row['parentId']))) {
        found.add(row.id)
        grew = true
      }
  }
  return found
}
