import { and, arithmetic, clip, comparison, not, or, paired, single } from './arithmetic.ts'
import { worth } from './evaluate.ts'
import {
  average,
  choose,
  eachOfOne,
  eachOfThree,
  eachOfTwo,
  load,
  loops,
  type Loop,
} from './loops.ts'
import { namesIn, type CallNode, type CompareNode, type Condition, type Expr } from './tree.ts'

/** A column a slot. */
export type Columns = Float64Array[]

/** Takes columns and writes another. */
export type Step = (columns: Columns) => void

/** The steps of a formula, and where they find and leave their columns. */
export interface Plan {
  /** Their slots are the first ones, in this order. */
  readonly names: readonly string[]
  /** Slots that hold one value. */
  readonly constants: ReadonlyMap<number, number>
  readonly steps: readonly Step[]
  /** Is not that of a name or a constant. */
  readonly result: number
  readonly slots: number
}

export function planOf(tree: Expr): Plan {
  const names = [...namesIn(tree).keys()]
  const draft: Draft = {
    names,
    constants: new Map(),
    kept: new Set(),
    steps: [],
    free: [],
    slots: names.length,
  }
  const root = slotOf(tree, draft)
  const result = isKept(draft, root) ? newSlot(draft) : root
  if (result !== root)
    draft.steps.push((columns) => load(columnAt(columns, result), [columnAt(columns, root)]))
  return { names, constants: draft.constants, steps: draft.steps, result, slots: draft.slots }
}

export const columnAt = (columns: Columns, slot: number): Float64Array => columns[slot] ?? none

const none = new Float64Array(0)

interface Draft {
  readonly names: readonly string[]
  /** By value. */
  readonly constants: Map<number, number>
  readonly steps: Step[]
  /** Slots whose columns are not used any more. */
  readonly free: number[]
  /** Slots of constants. */
  readonly kept: Set<number>
  slots: number
}

/** Adds the steps that work the node out, and gives the slot where its column will be. */
function slotOf(node: Expr | Condition, draft: Draft): number {
  switch (node.kind) {
    case 'number':
      return constant(draft, worth(node.value, node.unit))
    case 'missing':
      return constant(draft, Number.NaN)
    case 'name':
      return draft.names.indexOf(node.name)
    case 'negate':
      return step(draft, [constant(draft, 0), slotOf(node.of, draft)], loops['-'])
    case 'binary': {
      const { sign } = node
      const loop = sign === '^' ? eachOfTwo(arithmetic[sign]) : loops[sign]
      return step(draft, slotsOf([node.left, node.right], draft), loop)
    }
    case 'call':
      return ofCall(node, draft)
    case 'if':
      return step(draft, slotsOf([node.condition, node.yes, node.no], draft), choose)
    case 'compare':
      return ofComparison(node, draft)
    case 'join': {
      const loop = eachOfTwo(node.word === 'and' ? and : or)
      return step(draft, slotsOf([node.left, node.right], draft), loop)
    }
    case 'not':
      return step(draft, [slotOf(node.of, draft)], eachOfOne(not))
  }
}

function ofComparison({ sign, left, right }: CompareNode, draft: Draft): number {
  switch (sign) {
    case '<':
    case '<=':
      return step(draft, slotsOf([left, right], draft), loops[sign])
    case '>':
      return step(draft, slotsOf([right, left], draft), loops['<'])
    case '>=':
      return step(draft, slotsOf([right, left], draft), loops['<='])
    case '=':
    case '!=':
      return step(draft, slotsOf([left, right], draft), eachOfTwo(comparison[sign]))
  }
}

function ofCall({ name, args }: CallNode, draft: Draft): number {
  if (name === 'mean') return step(draft, slotsOf(args, draft), average)
  if (name === 'clip') return step(draft, slotsOf(args, draft), eachOfThree(clip))
  const [first, ...others] = args
  const begun = first === undefined ? constant(draft, Number.NaN) : slotOf(first, draft)
  if (name !== 'min' && name !== 'max' && name !== 'first' && name !== 'sum')
    return step(draft, [begun], eachOfOne(single[name]))
  const loop = name === 'first' ? eachOfTwo(paired[name]) : loops[name]
  const result = others.reduce((slot, arg) => step(draft, [slot, slotOf(arg, draft)], loop), begun)
  return name === 'sum' ? step(draft, [result], load) : result
}

const slotsOf = (nodes: readonly (Expr | Condition)[], draft: Draft): readonly number[] =>
  nodes.map((node) => slotOf(node, draft))

/** The result may be written over an operand that nothing else uses. */
function step(draft: Draft, operands: readonly number[], loop: Loop): number {
  draft.free.push(...operands.filter((slot) => !isKept(draft, slot)))
  const out = newSlot(draft)
  draft.steps.push((columns) =>
    loop(
      columnAt(columns, out),
      operands.map((slot) => columnAt(columns, slot)),
    ),
  )
  return out
}

function constant(draft: Draft, value: number): number {
  const known = draft.constants.get(value)
  if (known !== undefined) return known
  const slot = draft.slots
  draft.slots += 1
  draft.constants.set(value, slot)
  draft.kept.add(slot)
  return slot
}

const isKept = ({ names, kept }: Draft, slot: number): boolean =>
  slot < names.length || kept.has(slot)

function newSlot(draft: Draft): number {
  const free = draft.free.pop()
  if (free !== undefined) return free
  draft.slots += 1
  return draft.slots - 1
}
