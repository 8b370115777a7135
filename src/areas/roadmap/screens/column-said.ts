import { inside, label } from '../../../web/words/say.ts'
import type { Commitment } from '../rules/roadmap-of.ts'

/** What a column is called, where it stands alone. */
export const columnSaid = (name: Commitment): string => label(names[name], 'roadmap-item')

/** The same in a sentence. */
export const columnInside = (name: Commitment): string => inside(names[name], 'roadmap-item')

/** As the record declares its commitment. */
const names: Readonly<Record<Commitment, string>> = { now: 'Now', next: 'Next', later: 'Later' }
