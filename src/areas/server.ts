import { catalogueOf } from '../engine/catalogue.ts'
import { brokenIn, views as decisions } from './decisions/server.ts'
import { evidenceFor, views as discovery, type BrokenIn } from './discovery/server.ts'
import { areas, catalogue, stations } from './order.ts'
import { views as people } from './people/server.ts'
import { views as roadmap } from './roadmap/server.ts'

/** What later areas know to break a line. */
const breaks: readonly BrokenIn[] = [brokenIn]
const evidence = evidenceFor(catalogue)

/** The whole declaration with its views, which read: what a server needs, and a command line to name them. */
export const serverCatalogue = catalogueOf(areas, stations, [
  ...people(catalogue),
  ...discovery(catalogue, breaks),
  ...decisions(catalogue, evidence),
  ...roadmap,
])
