import fc from 'fast-check'
import type { AskedPortfolio, CostSaid } from './asked.ts'

export const nothing: AskedPortfolio = {
  ideas: [],
  estimates: [],
  costs: [],
  capacities: [],
  ties: [],
  shares: [],
  mustIds: [],
  neverIds: [],
  enter: 'all',
  seed: 1,
  draws: 200,
  seconds: 60,
}

export const idea = (id: string, reach: number, effort: number | null) => ({
  id,
  reach,
  impact: 1,
  confidence: 100,
  effort,
})

export const cost = (ideaId: string, of: string, likely: number): CostSaid => ({
  ideaId,
  function: of,
  low: null,
  likely,
  high: null,
})

/** Few ideas, two functions, ties and wishes of all kinds; amounts are whole halves, so that sums are exact. */
export const questions: fc.Arbitrary<AskedPortfolio> = fc
  .integer({ min: 1, max: 7 })
  .chain((size) => {
    const ids = Array.from({ length: size }, (_, at) => `i${at}`)
    const id = fc.constantFrom(...ids)
    const halves = (most: number) => fc.integer({ min: 0, max: most * 2 }).map((one) => one / 2)
    return fc.record({
      ideas: fc.tuple(
        ...ids.map((one) =>
          fc.record({
            id: fc.constant(one),
            reach: fc.integer({ min: 0, max: 400 }),
            impact: fc.constantFrom(0.5, 1, 2),
            confidence: fc.constantFrom(50, 100),
            effort: fc.integer({ min: 1, max: 6 }),
          }),
        ),
      ),
      estimates: fc.constant([]),
      costs: fc.uniqueArray(
        fc.record({
          ideaId: id,
          function: fc.constantFrom('engineering', 'design'),
          low: fc.constant(null),
          likely: halves(6),
          high: fc.constant(null),
        }),
        { selector: (one) => `${one.ideaId} ${one.function}`, maxLength: 8 },
      ),
      capacities: fc.tuple(
        fc.record({ function: fc.constant('Engineering'), amount: halves(15) }),
        fc.record({ function: fc.constant('design'), amount: halves(8) }),
      ),
      ties: fc.array(
        fc.record({
          fromId: id,
          relation: fc.constantFrom('depends-on' as const, 'excludes' as const),
          toId: id,
        }),
        { maxLength: 3 },
      ),
      shares: fc.array(
        fc.record({
          name: fc.constant('OBJ-1'),
          atLeast: fc.constantFrom(0.25, 0.5),
          ideaIds: fc.uniqueArray(id),
        }),
        { maxLength: 1 },
      ),
      mustIds: fc.uniqueArray(id, { maxLength: 1 }),
      neverIds: fc.uniqueArray(id, { maxLength: 1 }),
      enter: fc.constant('all' as const),
      seed: fc.constant(1),
      draws: fc.constant(20),
      seconds: fc.constant(60),
    })
  })

/** What a set brings, and whether it is allowed: read from the question itself, by nothing of what is tested. */
export function judged(asked: AskedPortfolio, chosen: readonly string[]) {
  const set = new Set(chosen)
  const spent = { engineering: 0, design: 0 }
  const ofGroup = { engineering: 0, design: 0 }
  let value = 0
  for (const one of asked.ideas) {
    if (!set.has(one.id)) continue
    value += (Number(one['reach']) * Number(one['impact']) * Number(one['confidence'])) / 100
    const own = asked.costs.filter(({ ideaId }) => ideaId === one.id)
    const takes =
      own.length > 0 ? own : [{ function: 'engineering', likely: Number(one['effort']) }]
    for (const take of takes) {
      const of = take.function as 'engineering' | 'design'
      spent[of] += take.likely
      if (asked.shares.some(({ ideaIds }) => ideaIds.includes(one.id))) ofGroup[of] += take.likely
    }
  }
  const all = spent.engineering + spent.design
  const isAllowed =
    spent.engineering <= (asked.capacities[0]?.amount ?? 0) &&
    spent.design <= (asked.capacities[1]?.amount ?? 0) &&
    asked.mustIds.every((id) => set.has(id)) &&
    !asked.neverIds.some((id) => set.has(id)) &&
    asked.ties.every(({ fromId, relation, toId }) =>
      fromId === toId || !set.has(fromId)
        ? true
        : relation === 'depends-on'
          ? set.has(toId)
          : !set.has(toId),
    ) &&
    asked.shares.every(({ atLeast }) => ofGroup.engineering + ofGroup.design >= atLeast * all)
  return { value, isAllowed, spent }
}

/** The best of all sets by trying each; undefined where none is allowed. */
export function bestByTrying(asked: AskedPortfolio): number | undefined {
  const ids = asked.ideas.map(({ id }) => id)
  let best: number | undefined
  for (let set = 0; set < 2 ** ids.length; set += 1) {
    const { value, isAllowed } = judged(
      asked,
      ids.filter((_, at) => (set >> at) & 1),
    )
    if (isAllowed && (best === undefined || value > best)) best = value
  }
  return best
}
