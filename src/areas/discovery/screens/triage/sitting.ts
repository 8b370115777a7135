/** What became of a feedback, as a sitting counts it. */
export type Tally =
  | 'bug'
  | 'request'
  | 'praise'
  | 'question'
  | 'other'
  | 'archived'
  | 'shown'
  | 'asked'
  | 'merged'

/** One verdict of a sitting, over one feedback or several. */
export interface Verdict {
  readonly key: string
  readonly ids: readonly string[]
  readonly tally: Tally
  /** Milliseconds since 1970. */
  readonly at: number
  /** The version of each row once the server has it: a newer one that waits again was taken back. */
  readonly versions: Readonly<Record<string, number>>
}

export interface Sitting {
  /** When it began, milliseconds since 1970; null before the first verdict. */
  readonly since: number | null
  readonly verdicts: readonly Verdict[]
}

export const noSitting: Sitting = { since: null, verdicts: [] }

/** Half an hour without a verdict, and the next one begins a sitting of its own. */
const idle = 30 * 60 * 1000

/** Whoever looks at one for longer was away. */
const longest = 2 * 60 * 1000

/** With one verdict more. `begun` is when the feedback came on screen, from where the first is counted. */
export function judged(sitting: Sitting, verdict: Verdict, begun: number): Sitting {
  const last = sitting.verdicts.at(-1)
  const isOver = last !== undefined && verdict.at - last.at > idle
  const now = isOver ? noSitting : sitting
  return {
    since: now.since ?? Math.max(begun, verdict.at - longest),
    verdicts: [...now.verdicts, verdict],
  }
}

/** Known to the server, at these versions. */
export const settled = (
  sitting: Sitting,
  key: string,
  versions: Readonly<Record<string, number>>,
): Sitting => ({
  ...sitting,
  verdicts: sitting.verdicts.map((one) => (one.key === key ? { ...one, versions } : one)),
})

/** Without a verdict that was refused or taken back. */
export const without = (sitting: Sitting, key: string): Sitting => ({
  ...sitting,
  verdicts: sitting.verdicts.filter((one) => one.key !== key),
})

export const sortedIds = (sitting: Sitting): ReadonlySet<string> =>
  new Set(sitting.verdicts.flatMap(({ ids }) => ids))

/** Verdicts over rows that wait again, at a newer version than the one the verdict made. */
export const returned = (
  sitting: Sitting,
  waiting: readonly { readonly id: string; readonly version: number }[],
): readonly Verdict[] =>
  sitting.verdicts.filter(({ ids, versions }) =>
    waiting.some(({ id, version }) => ids.includes(id) && version > (versions[id] ?? Infinity)),
  )

/** How many were sorted, in which time, and how long each took; nothing before the first. */
export function paceOf(
  sitting: Sitting,
): { readonly sorted: number; readonly ms: number; readonly each: number } | null {
  const last = sitting.verdicts.at(-1)
  if (last === undefined || sitting.since === null) return null
  const sorted = sitting.verdicts.reduce((sum, { ids }) => sum + ids.length, 0)
  const ms = Math.max(0, last.at - sitting.since)
  return { sorted, ms, each: ms / sorted }
}
