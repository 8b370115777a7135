import { catalogueOf } from '../engine/catalogue.ts'
import { brokenIn } from './decisions/index.ts'
import { strategyViews, views as decisions } from './decisions/server.ts'
import { evidenceFor, views as discovery } from './discovery/server.ts'
import { areas, catalogue, stations } from './order.ts'
import { views as people } from './people/server.ts'
import { views as roadmap } from './roadmap/server.ts'

/** The whole declaration with its views, which read: what a server needs, and a command line to name them. */
export const serverCatalogue = catalogueOf(areas, stations, [
  ...people(catalogue),
  ...discovery(catalogue, brokenIn),
  ...decisions(catalogue),
  ...strategyViews(evidenceFor(catalogue)),
  ...roadmap,
])
