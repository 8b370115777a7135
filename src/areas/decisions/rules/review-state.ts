import type { Row } from '../../../engine/record.ts'

/** Why a line is broken: a decision on it is under review until somebody says pivot, persevere or stop. */
export interface Broken {
  readonly decisionId: string
  readonly ref: string
  readonly title: string
  /** When the first of its tripwires fired; null where none did. */
  readonly since: string | null
  /** What fired, in its own words. */
  readonly because: readonly string[]
}

/** Two rows and what ties the one to the other. */
export interface Tie {
  readonly fromId: string
  readonly toId: string
}

/**
 * The rows whose line is broken: decisions under review, what each of them settles, and what delivers that. A
 * refusal under review breaks no line: what it refused was never on one.
 */
export function brokenRows(of: {
  readonly decisions: readonly Row[]
  readonly tripwires: readonly Row[]
  readonly settles: readonly Tie[]
  readonly delivers: readonly Tie[]
}): ReadonlyMap<string, readonly Broken[]> {
  const found = new Map<string, Broken[]>()
  const breakAt = (id: string, by: Broken): void => {
    const there = found.get(id) ?? []
    if (!there.some(({ decisionId }) => decisionId === by.decisionId)) found.set(id, [...there, by])
  }
  for (const decision of of.decisions) {
    if (decision['state'] !== 'under-review') continue
    const by = brokenBy(decision, of.tripwires)
    breakAt(decision.id, by)
    if (decision['kind'] === 'refusal') continue
    for (const { toId } of of.settles.filter(({ fromId }) => fromId === decision.id)) {
      breakAt(toId, by)
      for (const { fromId } of of.delivers.filter((one) => one.toId === toId)) breakAt(fromId, by)
    }
  }
  return found
}

function brokenBy(decision: Row, tripwires: readonly Row[]): Broken {
  const fired = tripwires
    .filter((one) => one['decisionId'] === decision.id && one['state'] === 'fired')
    .toSorted((one, other) => (String(one['firedAt']) < String(other['firedAt']) ? -1 : 1))
  const since = fired[0]?.['firedAt']
  return {
    decisionId: decision.id,
    ref: decision.ref,
    title: String(decision['sentence'] ?? decision['question'] ?? decision.ref),
    since: typeof since === 'string' ? since : null,
    because: fired.map((one) => String(one['text'])),
  }
}
