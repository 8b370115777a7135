import { functions } from './functions.ts'
import { limits } from './limits.ts'
import { mistake, type Hint, type Mistake, type Remedy } from './mistake.ts'
import { nearest } from './nearest.ts'
import { print } from './print.ts'
import { written } from './tokens.ts'
import type { BinaryNode, CallNode, Condition, Expr, NameNode, NumberNode } from './tree.ts'
import {
  isPlain,
  isSame,
  largestPower,
  mostPower,
  plain,
  product,
  root,
  unitNamed,
  unitText,
  unitWord,
  type Unit,
} from './unit.ts'

export interface Named {
  readonly unit: Unit
  /** Shown and typed in percent, and worth a hundredth of that: 80% is 0.8. Its unit is plain. */
  readonly isShare?: boolean
}

/** What a formula may speak of. Names are in NFC, without white space around them or two spaces within. */
export interface Vocabulary {
  readonly names: ReadonlyMap<string, Named>
  /** The words after a number, such as `people` and `person`, and what they mean. */
  readonly units: ReadonlyMap<string, Unit>
}

export interface Checked {
  /** Of the result; null where any will do (it is 0, or missing, or made of a mistake). */
  readonly unit: Unit | null
  readonly mistakes: readonly Mistake[]
  readonly hints: readonly Hint[]
}

/**
 * Are the names known, and do the units fit? What is added, compared or chosen from has one unit; × and ÷
 * work it out; exponents and the arguments of exp, log, log2 and log10 are plain numbers. A number that is
 * written out is a plain number unless it says its unit (`10 people`); only 0 and missing fit every unit. A
 * unit has no size: months and quarters do not convert into each other. round, floor and ceil keep the unit
 * and count in it.
 */
export function check(tree: Expr, vocabulary: Vocabulary): Checked {
  const notes: Notes = { vocabulary, mistakes: [], hints: [] }
  const unit = unitOf(tree, notes)
  return {
    unit,
    mistakes: notes.mistakes
      .toSorted((left, right) => left.at[0] - right.at[0])
      .slice(0, limits.mistakes),
    hints: notes.hints.slice(0, limits.mistakes),
  }
}

interface Notes {
  readonly vocabulary: Vocabulary
  readonly mistakes: Mistake[]
  readonly hints: Hint[]
}

function unitOf(node: Expr, notes: Notes): Unit | null {
  switch (node.kind) {
    case 'missing':
      return null
    case 'number':
      return ofNumber(node, notes)
    case 'name':
      return ofName(node, notes)
    case 'negate':
      return unitOf(node.of, notes)
    case 'binary':
      return ofBinary(node, notes)
    case 'call':
      return ofCall(node, notes)
    case 'if':
      checkCondition(node.condition, notes)
      return common('if', [node.yes, node.no], notes)
  }
}

function checkCondition(node: Condition, notes: Notes): void {
  switch (node.kind) {
    case 'compare':
      common(node.sign, [node.left, node.right], notes)
      return
    case 'join':
      checkCondition(node.left, notes)
      checkCondition(node.right, notes)
      return
    case 'not':
      checkCondition(node.of, notes)
  }
}

function ofNumber(node: NumberNode, notes: Notes): Unit | null {
  const { unit: word, value, at } = node
  if (word === null) return value === 0 ? null : plain
  if (word === '%') return plain
  const { names, units } = notes.vocabulary
  const unit = unitNamed(word, units)
  if (unit !== null) return unit
  if (names.has(word)) {
    const text = `${value} * ${written(word, 'name')}`
    notes.mistakes.push(mistake('operator-missing', at, { before: word }, { at, text }))
    return null
  }
  const near = nearest(word, units.keys())
  notes.mistakes.push(
    mistake(
      'unit-unknown',
      at,
      { unit: word, nearest: near ?? '' },
      near === null ? undefined : { at, text: print({ ...node, unit: near }) },
    ),
  )
  return null
}

function ofName({ name, at }: NameNode, notes: Notes): Unit | null {
  const { names } = notes.vocabulary
  const known = names.get(name)
  if (known !== undefined) return known.unit
  const near = nearest(name, names.keys())
  notes.mistakes.push(
    mistake(
      'name-unknown',
      at,
      { name, nearest: near ?? '' },
      near === null ? undefined : { at, text: written(near, 'name') },
    ),
  )
  return null
}

function ofBinary(node: BinaryNode, notes: Notes): Unit | null {
  if (node.sign === '+' || node.sign === '-')
    return common(node.sign, [node.left, node.right], notes)
  const left = unitOf(node.left, notes)
  const right = unitOf(node.right, notes)
  if (node.sign === '^') return ofPower(node, left, right, notes)
  if (left === null || right === null) return null
  return withinPowers(product(left, right, node.sign === '*' ? 1 : -1), node, notes)
}

function ofPower(
  { left, right }: BinaryNode,
  base: Unit | null,
  exponent: Unit | null,
  notes: Notes,
): Unit | null {
  if (exponent !== null && !isPlain(exponent)) {
    const plainly = throughOne(right, exponent, notes)
    const remedy = plainly && { ...plainly, text: `(${plainly.text})` }
    notes.mistakes.push(mistake('unit-in-exponent', right.at, { unit: unitText(exponent) }, remedy))
    return null
  }
  if (base === null || isPlain(base) || right.kind === 'missing') return base
  const power = wholeNumberOf(right)
  if (power !== null)
    return withinPowers(product(plain, base, power), { ...left, at: right.at }, notes)
  const params = { unit: unitText(base), most: mostPower }
  notes.mistakes.push(mistake('power-of-unit', right.at, params))
  return null
}

/** A whole number that is written out. */
function wholeNumberOf(node: Expr): number | null {
  if (node.kind === 'negate') {
    const power = wholeNumberOf(node.of)
    return power === null ? null : -power
  }
  const isWhole = node.kind === 'number' && node.unit === null && Number.isInteger(node.value)
  return isWhole ? node.value : null
}

function withinPowers(unit: Unit, { at }: Expr, notes: Notes): Unit | null {
  if (largestPower(unit) <= mostPower) return unit
  notes.mistakes.push(mistake('power-of-unit', at, { unit: unitText(unit), most: mostPower }))
  return null
}

function ofCall({ name, args }: CallNode, notes: Notes): Unit | null {
  const { units } = functions[name]
  if (units === 'same') return common(name, args, notes)
  for (const arg of args) {
    const unit = unitOf(arg, notes)
    if (unit === null || isPlain(unit)) continue
    const half = units === 'root' ? root(unit) : null
    if (half !== null) return half
    const remedy = throughOne(arg, unit, notes)
    notes.mistakes.push(mistake('unit-in-function', arg.at, { name, unit: unitText(unit) }, remedy))
  }
  return plain
}

/** Divided by one of its unit, it is a plain number. */
function throughOne(node: Expr, unit: Unit, notes: Notes): Remedy | undefined {
  const word = unitWord(unit, notes.vocabulary.units)
  if (word === null) return undefined
  const { at } = node
  const right = { kind: 'number', value: 1, unit: word, at } as const
  return { at, text: print({ kind: 'binary', sign: '/', left: node, right, at }) }
}

/** The one unit of all parts, that of the first which is more than a number written out. */
function common(by: string, parts: readonly Expr[], notes: Notes): Unit | null {
  const given = parts.map((part) => ({ part, unit: unitOf(part, notes) }))
  const fixed = given.filter(({ unit }) => unit !== null)
  const wanted = (fixed.find(({ part }) => !isBare(part)) ?? fixed[0])?.unit ?? null
  for (const { part, unit } of fixed)
    if (unit !== null && wanted !== null && !isSame(unit, wanted)) {
      const word = isBare(part) ? unitWord(wanted, notes.vocabulary.units) : null
      const params = { by, wanted: unitText(wanted), given: unitText(unit) }
      const remedy = word === null ? undefined : { at: part.at, text: print(inUnit(part, word)) }
      notes.mistakes.push(mistake('units-differ', part.at, params, remedy))
    }
  hintAtShares(parts, notes)
  return wanted
}

/** A number that is written out, without a unit. */
const isBare = (node: Expr): boolean =>
  node.kind === 'negate' ? isBare(node.of) : node.kind === 'number' && node.unit === null

function inUnit(node: Expr, unit: string): Expr {
  if (node.kind === 'negate') return { ...node, of: inUnit(node.of, unit) }
  return node.kind === 'number' ? { ...node, unit } : node
}

function hintAtShares(parts: readonly Expr[], notes: Notes): void {
  const share = parts.find(
    (part) => part.kind === 'name' && notes.vocabulary.names.get(part.name)?.isShare === true,
  )
  if (share?.kind !== 'name') return
  for (const part of parts)
    if (part.kind === 'number' && part.unit === null && part.value > 1)
      notes.hints.push({
        code: 'share-beside-number',
        at: part.at,
        params: { name: share.name, number: String(part.value) },
        remedy: { at: part.at, text: `${part.value}%` },
      })
}
