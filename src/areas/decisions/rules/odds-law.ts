import { denied } from '../../../engine/problem.ts'
import type { RowLaw } from '../../../engine/row-law.ts'
import { sentence } from '../../../engine/words.ts'

/**
 * Odds on what is locked are not turned back either: whoever knows what came would take away what they
 * said. Where the prediction itself goes, or comes back, they go with it.
 */
export const oddsLaw: RowLaw = async ({ before, after }, { reader }) => {
  if (before === undefined) return
  const home = await reader.get('prediction', String(before['predictionId']))
  if (home === undefined || home['state'] === 'open') return
  if (after !== undefined && numbers.every((name) => same(before[name], after[name]))) return
  throw denied(sentence('{ref} is locked: its odds stay as they are.', { ref: home.ref }))
}

const numbers = ['chance', 'chances', 'low', 'likely', 'high', 'lowOn', 'likelyOn', 'highOn']

const same = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
