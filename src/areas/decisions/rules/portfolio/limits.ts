import type { Limits } from '../../../../math/portfolio/program.ts'

/** More ideas than this are chosen to within a twentieth of a percent, fewer to the last. */
const fewIdeas = 80

/** How long a solver may think of so many ideas, and how near it has to come. */
export const limitsFor = (ideas: number, seconds: number): Limits => ({
  seconds,
  gap: ideas > fewIdeas ? 0.0005 : 0,
})

/** The same for what is asked many times over, once for each draw or idea: to within a tenth of a percent. */
export const roughLimitsFor = (ideas: number, seconds: number): Limits => ({
  seconds,
  gap: ideas > roughlyFrom ? 0.001 : 0,
})

const roughlyFrom = 20
