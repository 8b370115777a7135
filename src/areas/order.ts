import { catalogueOf, type Area } from '../engine/catalogue.ts'
import { decisions } from './decisions/index.ts'
import { discovery } from './discovery/index.ts'
import { experiments } from './experiments/index.ts'
import { people } from './people/index.ts'
import { roadmap } from './roadmap/index.ts'
import { strategy } from './strategy/index.ts'

/** The areas, in order: each may import only those before it. */
export const areas: readonly Area[] = [people, discovery, strategy, experiments, decisions, roadmap]

/** The stations of the line, from the first word heard to what was learned; a row's mask counts them from bit 0. */
export const stations = [
  'heard',
  'understood',
  'framed',
  'proposed',
  'decided',
  'tested',
  'built',
  'learned',
] as const

/** The whole declaration without its views: what a browser needs. */
export const catalogue = catalogueOf(areas, stations)
