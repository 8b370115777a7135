import type { FunctionName } from './functions.ts'
import type { Place } from './mistake.ts'

/**
 * A formula, read. Numbers and conditions are two types, so that no tree adds a truth to a number. A value
 * is a finite double or missing, and −0 is 0. Every tree has a value: what has no answer (a division by
 * zero, the logarithm of a negative number, an overflow) is missing, and what is made of something missing
 * is missing, except where `functions.ts` or a comment below says otherwise.
 */
export type Expr = NumberNode | MissingNode | NameNode | NegateNode | BinaryNode | CallNode | IfNode

export type Condition = CompareNode | JoinNode | NotNode

/** `80%` is 0.8; any other unit says what is counted and leaves the value as it is. */
export interface NumberNode {
  readonly kind: 'number'
  readonly value: number
  readonly unit: string | null
  readonly at: Place
}

/** The word `missing`; also what stands where a mistake left nothing, in a place without width. */
export interface MissingNode {
  readonly kind: 'missing'
  readonly at: Place
}

export interface NameNode {
  readonly kind: 'name'
  readonly name: string
  readonly at: Place
}

export interface NegateNode {
  readonly kind: 'negate'
  readonly of: Expr
  readonly at: Place
}

export type Arithmetic = '+' | '-' | '*' | '/' | '^'

export interface BinaryNode {
  readonly kind: 'binary'
  readonly sign: Arithmetic
  readonly left: Expr
  readonly right: Expr
  readonly at: Place
}

export interface CallNode {
  readonly kind: 'call'
  readonly name: FunctionName
  readonly args: readonly Expr[]
  readonly at: Place
}

/** Missing where the condition is neither true nor false; the branch that is not taken does not matter. */
export interface IfNode {
  readonly kind: 'if'
  readonly condition: Condition
  readonly yes: Expr
  readonly no: Expr
  readonly at: Place
}

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!='

export interface CompareNode {
  readonly kind: 'compare'
  readonly sign: Comparison
  readonly left: Expr
  readonly right: Expr
  readonly at: Place
}

/** What is false `and` missing is false, what is true `or` missing is true (Kleene, 1938). */
export interface JoinNode {
  readonly kind: 'join'
  readonly word: 'and' | 'or'
  readonly left: Condition
  readonly right: Condition
  readonly at: Place
}

export interface NotNode {
  readonly kind: 'not'
  readonly of: Condition
  readonly at: Place
}

export const isCondition = (node: Expr | Condition): node is Condition =>
  node.kind === 'compare' || node.kind === 'join' || node.kind === 'not'

/** The names that a formula speaks of, where they first stand, in their order. */
export function namesIn(tree: Expr): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>()
  visit(tree, (node) => {
    if (node.kind === 'name' && !found.has(node.name)) found.set(node.name, node.at)
  })
  return found
}

function visit(node: Expr | Condition, see: (node: Expr | Condition) => void): void {
  see(node)
  for (const part of partsOf(node)) visit(part, see)
}

function partsOf(node: Expr | Condition): readonly (Expr | Condition)[] {
  switch (node.kind) {
    case 'number':
    case 'missing':
    case 'name':
      return []
    case 'negate':
    case 'not':
      return [node.of]
    case 'binary':
    case 'compare':
    case 'join':
      return [node.left, node.right]
    case 'call':
      return node.args
    case 'if':
      return [node.condition, node.yes, node.no]
  }
}
