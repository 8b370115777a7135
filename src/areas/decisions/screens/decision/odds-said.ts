import type { Row } from '../../../../engine/record.ts'
import { median } from '../../../../math/median.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { say } from '../../../../web/words/say.ts'

/** The median of the chances that the reader may see, in percent; null where there are none. */
export function pooledChance(odds: readonly Row[]): number | null {
  const chances = odds.flatMap(({ chance }) => (typeof chance === 'number' ? [chance] : []))
  return median(chances)
}

/** What one person gave a prediction, in words; undefined where the row says nothing. */
export function oddsSaid(odds: Row, prediction: Row): string | undefined {
  const { chance, chances, low, likely, high, lowOn, likelyOn, highOn } = odds
  const unit = typeof prediction['unit'] === 'string' ? `\u00a0${prediction['unit']}` : ''
  if (typeof chance === 'number') return `${figure(chance)}\u00a0%`
  if (Array.isArray(chances) && chances.length > 0) {
    const answers = (prediction['answers'] ?? []) as readonly string[]
    return (chances as readonly string[])
      .map((one, at) => `${answers[at] ?? at + 1} ${one}\u00a0%`)
      .join(', ')
  }
  if (typeof likely === 'number')
    return typeof low === 'number' && typeof high === 'number'
      ? say('{likely}, 8 times in 10 from {low} to {high}', {
          likely: `${figure(likely)}${unit}`,
          low: figure(low),
          high: `${figure(high)}${unit}`,
        })
      : `${figure(likely)}${unit}`
  if (typeof likelyOn === 'string')
    return typeof lowOn === 'string' && typeof highOn === 'string'
      ? say('{likely}, 8 times in 10 from {low} to {high}', {
          likely: likelyOn,
          low: lowOn,
          high: highOn,
        })
      : likelyOn
  return undefined
}
