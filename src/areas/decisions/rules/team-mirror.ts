import { brier } from '../../../math/brier.ts'
import { fewestResolved } from '../../../math/few.ts'
import type { Row } from '../../../engine/record.ts'
import type { Words } from '../../../engine/words.ts'
import { mirrorOf } from './mirror.ts'
import { percent } from './mirror-said.ts'
import { byTens, pointsOf } from './scores.ts'

/** So many others than whoever asks must have scored enough. */
export const fewestOthers = 5
/** A point stands for at least so many people. */
const fewestAtPoint = 3

/** How the chances that a team gave came out, all of them together. */
export interface TeamMirror {
  readonly says: string
  readonly stand: string
  /** Null where too few have enough that is resolved. */
  readonly people: number | null
  readonly predictions: number | null
  /** Mean over the people, in hundredths. */
  readonly brier: number | null
  /** Shares in whole percent. */
  readonly points: readonly {
    readonly said: number
    readonly times: number
    readonly share: number
    readonly low: number
    readonly high: number
  }[]
}

/**
 * The laws of the team's mirror. Nobody is in it who has fewer than ten chances of yes or no resolved. It
 * needs five such people beside whoever asks, so that with one's own part taken out there are five left. A
 * point that stands for fewer than three people is left out, and figures are rounded, so that one
 * person's next answer does not show in them.
 */
export function teamMirrorOf(
  rows: { readonly predictions: readonly Row[]; readonly odds: readonly Row[] },
  members: ReadonlySet<string>,
  asker: string,
  words: Words,
): TeamMirror {
  const shown = rows.odds.filter((one) => one['isShown'] === true)
  const people = [...new Set(shown.map((one) => String(one['byId'])))]
    .filter((id) => members.has(id))
    .map((id) => ({ id, scored: mirrorOf(rows.predictions, shown, id).scored.yesNo }))
    .filter(({ scored }) => scored.length >= fewestResolved)
  const others = people.filter(({ id }) => id !== asker)
  if (others.length < fewestOthers)
    return {
      says: words.say('Too few people for a mirror of the team'),
      stand: words.say(
        'It needs five people beside you with ten resolved chances each. It never says how many there are, nor who.',
      ),
      people: null,
      predictions: null,
      brier: null,
      points: [],
    }
  const all = people.flatMap(({ id, scored }) => scored.map((one) => ({ ...one, id })))
  const mean = people.reduce((sum, { scored }) => sum + (brier(scored) ?? 0), 0) / people.length
  const points = byTens(all)
    .filter(
      ({ forecasts }) =>
        new Set((forecasts as typeof all).map(({ id }) => id)).size >= fewestAtPoint,
    )
    .flatMap((bin) => pointsOf([bin]))
    .map(({ said, times, share, low, high }) => ({
      said,
      times,
      share: percent(share),
      low: percent(low),
      high: percent(high),
    }))
  return {
    says: words.say('How {people} people’s chances came out, taken together', {
      people: people.length,
    }),
    stand: words.say(
      'Each person counts alike in the score. Points that stand for fewer than three people are left out, and nobody is named.',
    ),
    people: people.length,
    predictions: new Set(all.map(({ said }) => said.prediction.id)).size,
    brier: Math.round(mean * 100) / 100,
    points,
  }
}
