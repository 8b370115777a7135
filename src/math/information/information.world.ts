import { informationOfInput, type InformationOfInput } from './information-of-input.ts'
import { perfectInformation } from './information.ts'
import { standingChoice } from './standing-choice.ts'

/** Chance for tests of the value of information: always the same for the same seed. */
export interface Chance {
  readonly uniform: () => number
  readonly normal: () => number
}

/** Mulberry32 (Ettinger 2017) and the polar form of Box and Muller (1958). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}

export const drawn = (count: number, one: (draw: number) => number): Float64Array =>
  Float64Array.from({ length: count }, (_, draw) => one(draw))

/** ∫ from u to ∞ of (z − u)·φ(z) dz, by Simpson's rule on its definition. */
export function unitNormalLoss(u: number): number {
  const steps = 2000
  const width = 12 / steps
  let sum = 0
  for (let step = 0; step <= steps; step += 1) {
    const above = step * width
    const weight = step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2
    sum += weight * above * Math.exp(-((u + above) ** 2) / 2)
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI)
}

/** All sets of this many of `count` options. */
export function setsOf(count: number, size: number): readonly (readonly number[])[] {
  return subsetsOf(count).filter((set) => set.length === size)
}

export function subsetsOf(count: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** count }, (_, mask) =>
    Array.from({ length: count }, (__, option) => option).filter(
      (option) => (mask >> option) % 2 === 1,
    ),
  )
}

/** The most that one of these sets is worth. */
export const bestOf = (sets: readonly (readonly number[])[], worth: readonly number[]): number =>
  Math.max(...sets.map((set) => set.reduce((sum, option) => sum + (worth[option] ?? 0), 0)))

/** What it is worth to know these values, in a choice of the best `take`. */
export function known(
  utility: readonly Float64Array[],
  take: number,
  values: readonly Float64Array[],
  moves?: readonly number[],
): InformationOfInput {
  const standing = standingChoice(utility, { take })
  const input = moves === undefined ? { values } : { values, moves }
  return informationOfInput(standing, input, perfectInformation(standing))
}
