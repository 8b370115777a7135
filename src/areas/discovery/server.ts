import type { Catalogue } from '../../engine/catalogue.ts'
import type { Reader } from '../../engine/ports.ts'
import type { Bare } from '../../engine/record.ts'
import type { View } from '../../engine/view.ts'
import type { BrokenIn } from './rules/breaks.ts'
import { lineViews } from './views/line.ts'
import { evidenceOf, needsEvidenceView } from './views/needs-evidence.ts'
import { similar } from './views/similar.ts'

export type { BrokenIn } from './rules/breaks.ts'

/** What stands behind needs, for the views of later areas. */
export const evidenceFor =
  (declared: Catalogue) =>
  (needs: readonly Bare[], reader: Reader, now: string): ReturnType<typeof evidenceOf> =>
    evidenceOf(declared, needs, reader, now)

/** The views of this area. The line's answer for any record, so they are made from the whole declaration, and told what breaks it. */
export const views = (declared: Catalogue, breaks: readonly BrokenIn[]): readonly View[] => [
  ...lineViews(declared, breaks),
  needsEvidenceView(declared),
  similar,
]
