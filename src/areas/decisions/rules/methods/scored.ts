/**
 * What a method makes of its inputs. Nobody is told a number that rests on a guess: what lacks is
 * named.
 */
export interface Scored<Name extends string> {
  /** Null while an input is missing or outside its scale. */
  readonly score: number | null
  /** Inputs that are not given. */
  readonly missing: readonly Name[]
  /** Inputs that are given and not on their scale. */
  readonly outside: readonly Name[]
}

/** Inputs by name; null where one is not given. */
export type Inputs<Name extends string> = Readonly<Record<Name, number | null>>

/** Reads the named inputs, and works the formula out once all are there and on their scale. */
export function scored<Name extends string>(
  names: readonly Name[],
  inputs: Inputs<Name>,
  isWithin: (value: number, name: Name) => boolean,
  formula: (of: (name: Name) => number) => number,
): Scored<Name> {
  const missing = names.filter((name) => inputs[name] === null)
  const outside = names.filter((name) => {
    const value = inputs[name]
    return value !== null && !(Number.isFinite(value) && isWithin(value, name))
  })
  const isWhole = missing.length === 0 && outside.length === 0
  return {
    score: isWhole ? formula((name) => inputs[name] ?? Number.NaN) : null,
    missing,
    outside,
  }
}
