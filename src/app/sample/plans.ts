import { spread } from './desk.ts'
import { linesOf } from './lines.ts'

/** When an item of the roadmap moved, in days before today; undefined where it has not. */
export interface Plan {
  readonly idea: string
  readonly commitment: string
  readonly status: string
  readonly created: number
  readonly next: number | undefined
  readonly now: number | undefined
  readonly started: number | undefined
  readonly done: number | undefined
  readonly decided: number | undefined
  readonly cells: readonly string[]
}

/** Every item came as something for later and moved from there. */
export const plans = (): readonly Plan[] =>
  linesOf('roadmap', 10).map((cells): Plan => {
    const [idea = '', commitment = '', status = '', , from = '', to = '', title = ''] = cells
    const decided = cells[8] === '' ? undefined : Number(cells[8])
    const start = -Number(from)
    const hash = spread(idea + title, 60)
    const base = { idea, commitment, status, decided, cells }
    const never = { next: undefined, now: undefined, started: undefined, done: undefined }
    switch (commitment) {
      case 'now': {
        const now = status === 'not-started' ? (decided ?? 3) - 1 : start + 3.4
        return {
          ...base,
          created: Math.max(now, decided ?? 0) + 60 + hash,
          next: Math.max(now, decided ?? 0) + 20.6,
          now,
          started: status === 'not-started' ? undefined : start + 0.3,
          done: status === 'done' ? -Number(to) + 0.5 : undefined,
        }
      }
      case 'next': {
        const next = decided === undefined ? 20 + hash / 2 : decided - 0.4
        return { ...base, ...never, created: next + 50 + hash, next }
      }
      default:
        return { ...base, ...never, created: (decided ?? 20 + hash) + 30 + hash }
    }
  })

/** Ideas that were to come sooner once, and were put back; the item is older than that. */
export const reversals = (): ReadonlyMap<string, readonly string[]> =>
  new Map(linesOf('reversed', 5).map((cells) => [cells[0] ?? '', cells] as const))

/** The day an item came to be, before any decision that was reversed since. */
export const itemDay = (plan: Plan): number =>
  Math.max(plan.created, Number(reversals().get(plan.idea)?.[1] ?? 0) + 30)
