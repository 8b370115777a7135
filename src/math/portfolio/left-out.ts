import { brokenBy, type Broken } from './feasible.ts'
import { indexOf } from './indexed.ts'
import type { Model } from './model.ts'
import { byOption, chainOf, settle } from './settle.ts'

/** What an option that is not in a set would run into if it came in and nothing left. */
export interface LeftOut {
  readonly option: string
  /** What comes with it because it requires it, itself left aside. */
  readonly brings: readonly string[]
  /** Value of it and of what it brings. */
  readonly value: number
  /** Empty where it would fit as it is: then it is left out because its value is not above 0, or unproven. */
  readonly broken: readonly Broken[]
}

/**
 * Why each option outside a set is not in it, read from the rules alone. For a limit, `has` less `asks` is
 * what is short. What should leave instead is another question: `toEnter`.
 */
export function leftOutOf(model: Model, chosen: readonly string[]): readonly LeftOut[] {
  const given = indexOf(model)
  const { state } = settle({ ...given, musts: [] })
  const requirements = byOption(given.requirements, given.ids.length)
  const set = new Set(chosen)
  const already = new Set(brokenBy(model, chosen).map(({ barrier }) => JSON.stringify(barrier)))
  return given.ids.flatMap((option, at): readonly LeftOut[] => {
    if (set.has(option)) return []
    const chain = [...chainOf(requirements, state, at)].flatMap((one) => given.ids[one] ?? [])
    const coming = chain.filter((id) => !set.has(id))
    const value = coming.reduce((sum, id) => sum + (given.values[given.at.get(id) ?? -1] ?? 0), 0)
    const broken = brokenBy(model, [...chosen, ...coming]).filter(
      ({ barrier }) => !already.has(JSON.stringify(barrier)),
    )
    return [{ option, brings: coming.filter((id) => id !== option), value, broken }]
  })
}
