import type { Arena, Came } from './arena.ts'
import type { Duel } from './duels.ts'
import { everyOrder, type Choose } from './orders.ts'

/** What was seen of one pair over all orders. */
export interface Fought {
  readonly orders: number
  /** Different things that came of it. */
  readonly outcomes: number
  /** What no order of one after the other gives, and what does not fit together: a sentence each. */
  readonly wrong: readonly string[]
}

/**
 * Lets two fight in every order of their steps, and holds what came of each to what comes of the one
 * after the other: whoever runs beside somebody is told, and leaves behind, what they would alone,
 * before or after (linearizability, Herlihy and Wing 1990).
 */
export async function fought(arena: Arena, duel: Duel, bound?: number): Promise<Fought> {
  const alone = [await arena.inTurn(duel, 0), await arena.inTurn(duel, 1)] as const
  const wrong = alone.flatMap((came) => wrongIn(came, duel, [came, came]))
  const seen = new Set<string>()
  const judge = (came: Came): void => {
    seen.add(came.outcome)
    wrong.push(...wrongIn(came, duel, [alone[0], alone[1]]))
  }
  let orders = await everyOrder(
    async (choose: Choose) => judge(await arena.fight(duel, choose)),
    bound,
  )
  for (let stop = 0; ; stop++, orders++) {
    const came = await arena.together(duel, stop)
    if (came === undefined) break
    judge(came)
  }
  return { orders, outcomes: seen.size, wrong }
}

/** What is wrong with what came of two deeds, if what comes of A first and of B first is this. */
export function wrongIn(
  { outcome, done, order, before, wrong }: Came,
  duel: Pick<Duel, 'says' | 'wins'>,
  [first, second]: readonly [Pick<Came, 'outcome'>, Pick<Came, 'outcome'>],
): readonly string[] {
  const may = [...(before === 1 ? [] : [first.outcome]), ...(before === 0 ? [] : [second.outcome])]
  const told = wrong.map((says) => `${duel.says} (${order}): ${says}`)
  if (!may.includes(outcome))
    told.push(`${duel.says} (${order}): ${outcome} where there may be ${may.join(' or ')}`)
  if (duel.wins === 'one' && done !== 1)
    told.push(`${duel.says} (${order}): ${done} of two were done`)
  return told
}
