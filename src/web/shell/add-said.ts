import type { RecordKind } from '../../engine/record.ts'
import { inside, say } from '../words/say.ts'

/** The verb that makes a new row of a record. */
export const addSaid = ({ name, says }: RecordKind): string =>
  say('Add {what}', { what: inside(says.one, name) })
