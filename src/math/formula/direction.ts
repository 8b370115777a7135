import { worth } from './evaluate.ts'
import { hull, rangeOfBinary, rangeOfCall, type Range } from './range.ts'
import type { BinaryNode, CallNode, CompareNode, Condition, Expr, IfNode } from './tree.ts'

/**
 * Where the result goes when one input rises. `still`: the input plays no part. `rising`: the result never
 * falls; `falling`: it never rises. `both`: one part of the formula pulls it up and another down.
 * `unknown`: it cannot be said, for instance because it hangs on the sign of another input.
 */
export type Direction = 'still' | 'rising' | 'falling' | 'both' | 'unknown'

/**
 * `rising` and `falling` are promises: of any two rows that differ in this input alone, which is there in
 * both, and of which every input that is there lies in its range, the results go that way if both are there.
 * The others are none: a formula may rise all the same (x ÷ (x + 1) is `both`). Where there are powers,
 * exponentials or logarithms, a promise holds up to their rounding.
 *
 * @param ranges where each name may lie; `notNegative` and `anything` say no more than a sign.
 */
export function direction(tree: Expr, name: string, ranges: (name: string) => Range): Direction {
  return factsOf(tree, { name, ranges }).way
}

/** Where the result lies in every row whose inputs lie in their ranges, if it is there. */
export function rangeOf(tree: Expr, ranges: (name: string) => Range): Range {
  const { low, high } = factsOf(tree, { name: null, ranges })
  return { low, high }
}

interface Question {
  readonly name: string | null
  readonly ranges: (name: string) => Range
}

interface Facts extends Range {
  readonly way: Direction
  /** Whether it is there does not hang on the value of the input. Of what is `still` this is always so. */
  readonly isSteady: boolean
}

function factsOf(node: Expr, asked: Question): Facts {
  switch (node.kind) {
    case 'number': {
      const value = worth(node.value, node.unit)
      return still({ low: value, high: value })
    }
    case 'missing':
      return still({ low: 0, high: 0 })
    case 'name': {
      const { low, high } = asked.ranges(node.name)
      return { low, high, way: node.name === asked.name ? 'rising' : 'still', isSteady: true }
    }
    case 'negate': {
      const { low, high, way, isSteady } = factsOf(node.of, asked)
      return { low: -high, high: -low, way: turned(way), isSteady }
    }
    case 'binary':
      return ofBinary(node, asked)
    case 'call':
      return ofCall(node, asked)
    case 'if':
      return ofIf(node, asked)
  }
}

const still = (range: Range): Facts => ({ ...range, way: 'still', isSteady: true })

function ofBinary(node: BinaryNode, asked: Question): Facts {
  const left = factsOf(node.left, asked)
  const right = factsOf(node.right, asked)
  const { low, high, mayFail } = rangeOfBinary(node.sign, left, right)
  const way = wayOfBinary(node.sign, left, right)
  const isSteady = way === 'still' || (left.isSteady && right.isSteady && !mayFail)
  return { low, high, way, isSteady }
}

/**
 * From one row to the other in two steps, first the left operand and then the right: each step goes the way
 * of its operand, as it is or turned by the sign of the other.
 */
function wayOfBinary(sign: BinaryNode['sign'], left: Facts, right: Facts): Direction {
  switch (sign) {
    case '+':
      return both(left.way, right.way)
    case '-':
      return both(left.way, turned(right.way))
    case '*':
      return both(timesSign(left.way, right), timesSign(right.way, left))
    case '/': {
      // Across 0 a quotient jumps from one end of the numbers to the other.
      const isOneSided = right.low >= 0 || right.high <= 0
      const ofDivisor = isOneSided ? turned(timesSign(right.way, left)) : orUnknown(right.way)
      return both(timesSign(left.way, right), ofDivisor)
    }
    case '^':
      return wayOfPower(left, right)
  }
}

function wayOfPower(base: Facts, exponent: Facts): Direction {
  if (base.low >= 0) {
    // A power falls with its exponent where the base is below 1.
    const beyondOne = { low: base.low - 1, high: base.high - 1 }
    return both(timesSign(base.way, exponent), timesSign(exponent.way, beyondOne))
  }
  const power = exponent.low
  const isWhole = exponent.way === 'still' && power === exponent.high && Number.isInteger(power)
  if (!isWhole || power <= 0) return orUnknown(both(base.way, exponent.way))
  return power % 2 === 0 ? timesSign(base.way, base) : base.way
}

function ofCall({ name, args }: CallNode, asked: Question): Facts {
  const facts = args.map((arg) => factsOf(arg, asked))
  const { low, high, mayFail } = rangeOfCall(name, facts)
  const way = wayOfCall(name, facts)
  const isSteady = way === 'still' || (facts.every((arg) => arg.isSteady) && !mayFail)
  return { low, high, way, isSteady }
}

function wayOfCall(name: CallNode['name'], args: readonly Facts[]): Direction {
  const way = args.map((arg) => arg.way).reduce(both, 'still')
  switch (name) {
    case 'abs': {
      const [of] = args
      return of === undefined ? way : timesSign(way, of)
    }
    case 'sum':
    case 'mean':
      // One that comes or goes with the input changes the result by all it is worth.
      return args.every((arg) => arg.isSteady) ? way : 'unknown'
    case 'first':
      return args.slice(0, -1).every((arg) => arg.isSteady) ? way : 'unknown'
    case 'min':
    case 'max':
    case 'clip':
    case 'round':
    case 'floor':
    case 'ceil':
    case 'sqrt':
    case 'exp':
    case 'log':
    case 'log2':
    case 'log10':
      return way
  }
}

/**
 * Steps such as `if(x > 100, 3, 1)` rise where the condition turns true as x rises, and the branch then is
 * never lower.
 */
function ofIf(node: IfNode, asked: Question): Facts {
  const turns = wayOfCondition(node.condition, asked)
  const yes = factsOf(node.yes, asked)
  const no = factsOf(node.no, asked)
  const within = both(yes.way, no.way)
  const step = { low: yes.low - no.high, high: yes.high - no.low }
  return {
    ...hull([yes, no]),
    way: both(within, timesSign(turns, step)),
    isSteady: turns === 'still' && yes.isSteady && no.isSteady,
  }
}

/** `rising`: as the input rises, it may turn from false to true, never back. */
function wayOfCondition(node: Condition, asked: Question): Direction {
  switch (node.kind) {
    case 'compare':
      return wayOfComparison(node, asked)
    case 'join':
      return both(wayOfCondition(node.left, asked), wayOfCondition(node.right, asked))
    case 'not':
      return turned(wayOfCondition(node.of, asked))
  }
}

function wayOfComparison({ sign, left, right }: CompareNode, asked: Question): Direction {
  const low = factsOf(left, asked).way
  const high = factsOf(right, asked).way
  switch (sign) {
    case '>':
    case '>=':
      return both(low, turned(high))
    case '<':
    case '<=':
      return both(turned(low), high)
    case '=':
    case '!=':
      return orUnknown(both(low, high))
  }
}

/** What goes both ways at once. */
function both(left: Direction, right: Direction): Direction {
  if (left === right || right === 'still') return left
  if (left === 'still') return right
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'both'
}

const turned = (way: Direction): Direction =>
  way === 'rising' ? 'falling' : way === 'falling' ? 'rising' : way

const orUnknown = (way: Direction): Direction => (way === 'still' ? 'still' : 'unknown')

/** As it is beside what is never negative, turned beside what is never positive. */
function timesSign(way: Direction, factor: Range): Direction {
  if (factor.low >= 0) return way
  return factor.high <= 0 ? turned(way) : orUnknown(way)
}
