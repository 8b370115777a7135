/**
 * A product of base units to whole powers: people a quarter is { people: 1, quarter: -1 }. A plain number
 * has none.
 */
export type Unit = Readonly<Record<string, number>>

export const plain: Unit = {}

/** Beyond this a power is refused. */
export const mostPower = 9

export const isPlain = (unit: Unit): boolean => entriesOf(unit).length === 0

export const isSame = (left: Unit, right: Unit): boolean => isPlain(product(left, right, -1))

/** `left` × `right` to this power. */
export function product(left: Unit, right: Unit, power: number): Unit {
  const bases = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return unitOfEntries(
    bases.map((base) => [base, powerIn(left, base) + power * powerIn(right, base)]),
  )
}

/** Each power halved; null where one is odd. */
export function root(unit: Unit): Unit | null {
  const halves = entriesOf(unit).map(([base, power]) => [base, power / 2] as const)
  return halves.every(([, power]) => Number.isInteger(power)) ? unitOfEntries(halves) : null
}

export const largestPower = (unit: Unit): number =>
  Math.max(0, ...entriesOf(unit).map(([, power]) => Math.abs(power)))

/** `people`, `people/quarter`, `EUR/people/quarter^2`, `1/quarter`; '' for a plain number. */
export function unitText(unit: Unit): string {
  const entries = entriesOf(unit)
  const text = ([base, power]: readonly [string, number]): string =>
    Math.abs(power) === 1 ? base : `${base}^${Math.abs(power)}`
  const above = entries.filter(([, power]) => power > 0).map(text)
  const below = entries.filter(([, power]) => power < 0).map(text)
  if (entries.length === 0) return ''
  return [above.join('·') || '1', ...below].join('/')
}

/**
 * What a unit in a formula means: a word that is known, or words with `·` or `*`, `/` and `^`, as `unitText`
 * writes them. null where a word is not known.
 */
export function unitNamed(text: string, units: ReadonlyMap<string, Unit>): Unit | null {
  const known = units.get(text)
  if (known !== undefined) return known
  const [above = '', ...below] = text.split('/')
  const start = above.trim() === '1' ? plain : productIn(above, units)
  return below.reduce<Unit | null>((unit, part) => {
    const divisor = productIn(part, units)
    return unit === null || divisor === null ? null : product(unit, divisor, -1)
  }, start)
}

/** The unit as a number in a formula has it; null where the words for it are lacking. */
export function unitWord(unit: Unit, units: ReadonlyMap<string, Unit>): string | null {
  const word = [...units].find(([, meant]) => isSame(meant, unit))?.[0]
  if (word !== undefined) return word
  const text = unitText(unit)
  const read = unitNamed(text, units)
  return read !== null && isSame(read, unit) ? text : null
}

function productIn(text: string, units: ReadonlyMap<string, Unit>): Unit | null {
  return text.split(/[·*]/u).reduce<Unit | null>((unit, part) => {
    const [, word = '', power = '1'] = /^(.*?)(?:\^(\d))?$/u.exec(part.trim()) ?? []
    const factor = units.get(word.trim())
    return unit === null || factor === undefined ? null : product(unit, factor, Number(power))
  }, plain)
}

const powerIn = (unit: Unit, base: string): number =>
  Object.hasOwn(unit, base) ? (unit[base] ?? 0) : 0

const entriesOf = (unit: Unit): readonly (readonly [string, number])[] =>
  Object.entries(unit)
    .filter(([, power]) => power !== 0)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))

const unitOfEntries = (entries: readonly (readonly [string, number])[]): Unit =>
  Object.fromEntries(entries.filter(([, power]) => power !== 0))
