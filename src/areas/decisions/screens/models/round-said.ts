import type { Row } from '../../../../engine/record.ts'
import { say } from '../../../../web/words/say.ts'

/** How many have answered, and whether it is shown; never what anybody said. */
export function progressSaid(row: Row): string {
  const lengthOf = (name: string): number =>
    Array.isArray(row[name]) ? (row[name] as readonly unknown[]).length : 0
  if (row['state'] === 'shown') return say('shown')
  return say('{answered} of {asked} have answered', {
    answered: lengthOf('answeredIds'),
    asked: lengthOf('raterIds'),
  })
}
