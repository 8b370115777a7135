import type { Row } from '../../../engine/record.ts'
import { dayIn } from './days.ts'
import type { Standing, Watch, WatchState } from './watch.ts'

/** The condition of a tripwire on its decision; what its metric says of silence holds where it says nothing itself. */
export function watchOf(
  wire: Row,
  decision: Pick<Row, 'createdAt'> & Readonly<Record<string, unknown>>,
  { zone, everyDays }: { readonly zone: string; readonly everyDays?: number | null },
): Watch {
  const decidedAt = textIn(decision['decidedAt']) ?? ''
  const from = decidedAt > wire.createdAt ? decidedAt : wire.createdAt
  return {
    comparison: wire['comparison'] === 'above' ? 'above' : 'below',
    threshold: numberIn(wire['threshold']),
    by: textIn(wire['by']),
    rearmAt: numberIn(wire['rearmAt']),
    silentDays: numberIn(wire['silentDays']) ?? everyDays ?? null,
    whenSilent: wire['whenSilent'] === 'fire' ? 'fire' : 'wait',
    since: dayIn(zone, from),
  }
}

/** How a tripwire stands, as its row has it. */
export function standingOf(wire: Row, zone: string): Standing {
  const firedAt = textIn(wire['firedAt'])
  return {
    state: wire['state'] as WatchState,
    value: numberIn(wire['value']),
    valueOn: textIn(wire['valueOn']),
    firedOn: firedAt === null ? null : dayIn(zone, firedAt),
    firedValue: numberIn(wire['firedValue']),
    crossings: numberIn(wire['crossings']) ?? 0,
  }
}

/** Time never goes back for a tripwire: the latest of now and of what it has known. */
export function momentOf(wire: Row, now: string): string {
  const firedAt = textIn(wire['firedAt']) ?? ''
  return [now, wire.updatedAt, firedAt].reduce((latest, one) => (one > latest ? one : latest))
}

export const numberIn = (value: unknown): number | null =>
  typeof value === 'number' ? value : null

export const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
