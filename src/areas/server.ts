import { catalogueOf } from '../engine/catalogue.ts'
import { areas, stations } from './order.ts'

/** The whole declaration with its views, which read: what a server needs. */
export const serverCatalogue = catalogueOf(areas, stations, [])
