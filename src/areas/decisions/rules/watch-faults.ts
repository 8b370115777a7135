import type { Place } from '../../../engine/problem.ts'
import { numberIn, textIn } from './watch-of.ts'

/** The tiers by which companies are counted apart. */
const segments: readonly string[] = ['strategic', 'enterprise', 'business', 'starter', 'free']

/** What each thing that can be watched needs to be named. */
const needed: Readonly<Record<string, string>> = {
  metric: 'metricId',
  experiment: 'experimentId',
  prediction: 'predictionId',
  votes: 'ideaId',
  feedback: 'ideaId',
  revenue: 'ideaId',
  insights: 'needId',
  day: 'by',
}

/** What a tripwire is missing, or what of it does not fit together. */
export function watchFaults(wire: Readonly<Record<string, unknown>>): readonly Place[] {
  const watches = String(wire['watches'])
  const places: Place[] = []
  const need = needed[watches]
  if (need !== undefined && textIn(wire[need]) === null)
    places.push({ at: need, says: 'Say what it watches.' })
  const threshold = numberIn(wire['threshold'])
  if (threshold === null && !goesWithout.has(watches))
    places.push({ at: 'threshold', says: 'Give the value at which it is crossed.' })
  const rearmAt = numberIn(wire['rearmAt'])
  if (rearmAt !== null && threshold !== null) {
    const isNear = wire['comparison'] === 'above' ? rearmAt <= threshold : rearmAt >= threshold
    if (!isNear)
      places.push({ at: 'rearmAt', says: 'It is armed again on the near side of the threshold.' })
  }
  const segment = textIn(wire['segment'])
  if (segment !== null && !segments.includes(segment.toLowerCase()))
    places.push({
      at: 'segment',
      says: 'A segment is a tier of companies: strategic, enterprise, business, starter or free.',
    })
  return places
}

/** What says by itself whether it is crossed. */
const goesWithout: ReadonlySet<string> = new Set(['day', 'experiment', 'prediction'])
