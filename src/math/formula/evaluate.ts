import { and, arithmetic, called, choice, comparison, not, or, settled } from './arithmetic.ts'
import type { Condition, Expr } from './tree.ts'

/** What a name is worth in one row; null or undefined where it is missing. */
export type Lookup = (name: string) => number | null | undefined

/**
 * The value of a formula for one row: finite, never −0, or null where it is missing. Units play no part,
 * but a share has to be given as one (0.8 for 80%). What is given as NaN or infinite counts as missing.
 * Total for every tree.
 */
export function evaluate(tree: Expr, lookup: Lookup): number | null {
  const value = valueOf(tree, lookup)
  return Number.isNaN(value) ? null : value
}

/** What a number in a formula is worth. */
export const worth = (value: number, unit: string | null): number =>
  settled(unit === '%' ? value / 100 : value)

function valueOf(node: Expr, lookup: Lookup): number {
  switch (node.kind) {
    case 'number':
      return worth(node.value, node.unit)
    case 'missing':
      return Number.NaN
    case 'name':
      return settled(lookup(node.name) ?? Number.NaN)
    case 'negate':
      return settled(-valueOf(node.of, lookup))
    case 'binary':
      return arithmetic[node.sign](valueOf(node.left, lookup), valueOf(node.right, lookup))
    case 'call':
      return called(
        node.name,
        node.args.map((arg) => valueOf(arg, lookup)),
      )
    case 'if':
      return choice(
        truthOf(node.condition, lookup),
        valueOf(node.yes, lookup),
        valueOf(node.no, lookup),
      )
  }
}

/** 1, 0 or NaN. */
function truthOf(node: Condition, lookup: Lookup): number {
  switch (node.kind) {
    case 'compare':
      return comparison[node.sign](valueOf(node.left, lookup), valueOf(node.right, lookup))
    case 'join': {
      const join = node.word === 'and' ? and : or
      return join(truthOf(node.left, lookup), truthOf(node.right, lookup))
    }
    case 'not':
      return not(truthOf(node.of, lookup))
  }
}
