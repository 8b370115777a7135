import type { Catalogue } from '../../engine/catalogue.ts'
import type { View } from '../../engine/view.ts'
import { lineViews } from './views/line.ts'
import { needsEvidenceView } from './views/needs-evidence.ts'
import { similar } from './views/similar.ts'

/** The views of this area. The line's answer for any record, so they are made from the whole declaration. */
export const views = (declared: Catalogue): readonly View[] => [
  ...lineViews(declared),
  needsEvidenceView(declared),
  similar,
]
