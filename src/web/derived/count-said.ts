import type { RecordKind } from '../../engine/record.ts'
import { say } from '../words/say.ts'
import { things } from './field-words.ts'

/** How many there are of a record: "12 ideas", "10,000 or more ideas". */
export const countSaid = (
  kind: RecordKind,
  count: number,
  how: 'exactly' | 'at least' = 'exactly',
): string => {
  const values = { count, things: things(kind, count) }
  return how === 'exactly'
    ? say('{count} {things}', values)
    : say('{count} or more {things}', values)
}
