import { figure } from '../../../web/derived/figure.ts'
import { say } from '../../../web/words/say.ts'
import type { WireSaid } from '../rules/wire-said.ts'

/** A value with its unit, in one piece. */
export const withUnit = (value: number, { unit }: Pick<WireSaid, 'unit'>): string =>
  unit === '' ? figure(value) : `${figure(value)}\u00a0${unit}`

/** What it was when it fired, and what that was held against. */
export function firedSaid(wire: WireSaid): string {
  if (wire.watches === 'day') return say('The day has come.')
  if (wire.firedValue === null) return say('Nothing was known for too long.')
  const value = withUnit(wire.firedValue, wire)
  return wire.threshold === null ? value : `${value}, ${thresholdSaid(wire)}`
}

/** At which value it is crossed. */
export function thresholdSaid(wire: WireSaid): string {
  if (wire.threshold === null) return ''
  const threshold = withUnit(wire.threshold, wire)
  return wire.comparison === 'above'
    ? say('fires above {threshold}', { threshold })
    : say('fires below {threshold}', { threshold })
}

/** How far it is from firing, in words. */
export function distanceSaid(wire: WireSaid): string {
  if (wire.distance === null) return '–'
  if (wire.unit === '%') {
    const points = Math.abs(wire.distance)
    return wire.distance < 0
      ? say('{points} points past it', { points: figure(points) })
      : say('{points} points away', { points: figure(points) })
  }
  if (wire.distance < 0)
    return say('{distance} past it', { distance: withUnit(-wire.distance, wire) })
  return say('{distance} away', { distance: withUnit(wire.distance, wire) })
}

/** How it stands, in a word or a few. */
export function stateSaid(wire: WireSaid): string {
  switch (wire.state) {
    case 'fired':
      return say('fired, needs a review')
    case 'silent':
      return say('silent: nothing known')
    case 'reviewed':
      return wire.by === null && wire.threshold !== null
        ? say('reviewed; armed again once it is back')
        : say('reviewed')
    case 'passed':
      return say('passed: its day went by')
    default:
      return say('armed')
  }
}
