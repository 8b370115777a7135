import { namesIn, type Expr } from './tree.ts'

/** Each formula after those it speaks of, or one circle by its names: A, B, A. */
export type Order =
  | { readonly order: readonly string[]; readonly cycle: null }
  | { readonly order: null; readonly cycle: readonly string[] }

/**
 * In which order formulas that speak of each other are worked out (and checked: the unit of one is that of
 * its name in the next). A name that is no formula's is taken as given. The order is that of the map
 * wherever it can be. Where in a formula a circle goes on, `namesIn` says.
 */
export function order(formulas: ReadonlyMap<string, Expr>): Order {
  const done = new Set<string>()
  for (const name of formulas.keys()) {
    const cycle = follow(name, formulas, done)
    if (cycle !== null) return { order: null, cycle }
  }
  return { order: [...done], cycle: null }
}

/**
 * Puts the formula behind all that it speaks of. A chain may be as long as there are formulas, so no
 * recursion.
 */
function follow(
  from: string,
  formulas: ReadonlyMap<string, Expr>,
  done: Set<string>,
): readonly string[] | null {
  const path: { readonly name: string; readonly rest: Iterator<string> }[] = []
  const within = new Set<string>()
  const enter = (name: string): void => {
    const tree = formulas.get(name)
    if (tree === undefined || done.has(name)) return
    path.push({ name, rest: namesIn(tree).keys() })
    within.add(name)
  }
  enter(from)
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.rest.next()
    if (next.done === true) {
      path.pop()
      within.delete(top.name)
      done.add(top.name)
      continue
    }
    if (within.has(next.value)) {
      const names = path.map(({ name }) => name)
      return [...names.slice(names.indexOf(next.value)), next.value]
    }
    enter(next.value)
  }
  return null
}
