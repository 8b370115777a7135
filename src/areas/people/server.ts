import type { Catalogue } from '../../engine/catalogue.ts'
import type { View } from '../../engine/view.ts'
import { deliveriesView } from './views/deliveries.ts'
import { auditView } from './views/audit.ts'
import { inboxView } from './views/inbox.ts'
import { trashView } from './views/trash.ts'

/** The views of this area. What concerns somebody may be any record, so it is made from the whole declaration. */
export const views = (declared: Catalogue): readonly View[] => [
  inboxView(declared),
  deliveriesView,
  trashView(declared),
  auditView(declared),
]
