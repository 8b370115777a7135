/** Jobs by place: what each weighs, how long it takes, and all that has to come before it. */
export interface Jobs {
  readonly weight: readonly number[]
  readonly duration: readonly number[]
  readonly before: readonly ReadonlySet<number>[]
}

export const ratioOf = ({ weight, duration }: Jobs, some: readonly number[]): number =>
  total(weight, some) / total(duration, some)

/** Each of `some` with all of them that it waits for. */
export const startsOf = (jobs: Jobs, some: readonly number[]): readonly (readonly number[])[] =>
  some.map((last) => [...some.filter((at) => jobs.before[last]?.has(at)), last])

/** The one with the most weight for its duration; of equals the first. */
export const richest = (jobs: Jobs, sets: readonly (readonly number[])[]): readonly number[] =>
  sets.reduce(
    (left, right) => (ratioOf(jobs, right) > ratioOf(jobs, left) ? right : left),
    sets[0] ?? [],
  )

/**
 * Of the sets among `some` that wait for nothing else there, one with the most weight for its
 * duration: some best sequence starts with all of it (Sidney, Decomposition algorithms for
 * single-machine sequencing with precedence relations and deferral costs, Operations Research 23,
 * 1975). Found by Dinkelbach's method (1967) over maximum closures (Picard, Maximal closure of a
 * graph and applications to combinatorial problems, Management Science 22, 1976).
 */
export function richestStart(jobs: Jobs, some: readonly number[]): readonly number[] {
  let best = richest(jobs, startsOf(jobs, some))
  for (;;) {
    const better = closureAbove(jobs, some, ratioOf(jobs, best))
    if (better.length === 0 || ratioOf(jobs, better) <= ratioOf(jobs, best)) return best
    best = better
  }
}

const total = (values: readonly number[], some: readonly number[]): number =>
  some.reduce((sum, at) => sum + (values[at] ?? 0), 0)

/**
 * The smallest set that waits for nothing else and gains most over `ratio`; empty where none gains.
 * Those that gain pay for those they wait for, as much as flows (Edmonds and Karp 1972). Who then
 * has something left, and whom they reach, are the set: a job's own firsts are all among those it
 * pays, so nobody reached waits for one who is not.
 */
function closureAbove(jobs: Jobs, some: readonly number[], ratio: number): readonly number[] {
  const gains = some.map((at) => (jobs.weight[at] ?? 0) - ratio * (jobs.duration[at] ?? 0))
  const slack = 1e-12 * gains.reduce((most, gain) => Math.max(most, Math.abs(gain)), 0)
  const purse = new Map<number, number>()
  const owed = new Map<number, number>()
  some.forEach((at, index) => {
    const gain = gains[index] ?? 0
    if (gain > slack) purse.set(at, gain)
    else owed.set(at, Math.max(0, -gain))
  })
  const pays = new Map(
    [...purse.keys()].map(
      (giver) => [giver, [...owed.keys()].filter((at) => jobs.before[giver]?.has(at))] as const,
    ),
  )
  const paid = new Map([...owed.keys()].map((taker) => [taker, new Map<number, number>()] as const))
  for (;;) {
    const from = reached({ purse, pays, paid, slack })
    const end = [...owed.keys()].find((at) => from.has(at) && (owed.get(at) ?? 0) > slack)
    if (end === undefined) return [...from.keys()]
    pay(wayTo(end, from), { purse, owed, paid })
  }
}

/** Who has how much left, who may pay whom, and who has been paid what by whom. */
interface Flow {
  readonly purse: Map<number, number>
  readonly owed: Map<number, number>
  readonly pays: ReadonlyMap<number, readonly number[]>
  readonly paid: ReadonlyMap<number, Map<number, number>>
  readonly slack: number
}

/** Whom those with something left reach, breadth first, each with whom it was reached from. */
function reached({ purse, pays, paid, slack }: Omit<Flow, 'owed'>): Map<number, number | null> {
  const queue = [...purse].filter(([, left]) => left > slack).map(([at]) => at)
  const from = new Map<number, number | null>(queue.map((at) => [at, null]))
  for (const at of queue) {
    const payers = [...(paid.get(at) ?? [])].filter(([, amount]) => amount > slack)
    for (const next of pays.get(at) ?? payers.map(([giver]) => giver)) {
      if (from.has(next)) continue
      from.set(next, at)
      queue.push(next)
    }
  }
  return from
}

function wayTo(end: number, from: ReadonlyMap<number, number | null>): readonly number[] {
  const way = [end]
  for (let at = from.get(end) ?? null; at !== null; at = from.get(at) ?? null) way.unshift(at)
  return way
}

/**
 * Along giver, taker, giver, taker …: each giver pays the taker after it, and takes back from the
 * one before.
 */
function pay(way: readonly number[], { purse, owed, paid }: Pick<Flow, 'purse' | 'owed' | 'paid'>) {
  const start = way[0] ?? -1
  const end = way.at(-1) ?? -1
  const steps = way.slice(1).map((to, index) => ({ from: way[index] ?? -1, to }))
  const backs = steps.filter((_, index) => index % 2 === 1)
  const amount = backs.reduce(
    (least, { from, to }) => Math.min(least, paid.get(from)?.get(to) ?? 0),
    Math.min(purse.get(start) ?? 0, owed.get(end) ?? 0),
  )
  add(purse, start, -amount)
  add(owed, end, -amount)
  steps.forEach(({ from, to }, index) => {
    const account = paid.get(index % 2 === 0 ? to : from)
    if (account !== undefined)
      add(account, index % 2 === 0 ? from : to, index % 2 ? -amount : amount)
  })
}

function add(account: Map<number, number>, at: number, amount: number): void {
  account.set(at, (account.get(at) ?? 0) + amount)
}
