import type { Scene } from '../../../engine/command.ts'
import { invalid } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'
import { functionKey } from '../rules/portfolio/asked.ts'
import { barrierSaid, type Names } from '../rules/portfolio/barrier-said.ts'
import { gathered } from '../rules/portfolio/gather.ts'
import { posed } from '../rules/portfolio/model.ts'
import { plannedOf, type Planned } from '../rules/portfolio/plan.ts'
import { rowsOf } from './portfolio-rows.ts'

/** What the ideas of a plan come to as they are held to be now. An `invalid` where they do not fit or break a rule. */
export async function planValue(
  row: Readonly<Record<string, unknown>>,
  chosen: readonly string[],
  scene: Scene,
): Promise<number> {
  const asked = { period: String(row['period']), shares: listIn(row['shares']) }
  const rows = await rowsOf(scene.reader, chosen, asked)
  const found = gathered(
    rows,
    {
      ...asked,
      mustIds: listIn(row['mustIds']),
      neverIds: listIn(row['neverIds']),
      enter: [],
      seed: 1,
      draws: 1,
      seconds: 0,
    },
    scene.now.slice(0, 10),
  )
  const planned = plannedOf(posed(found.asked), chosen)
  const titles = new Map(rows.ideas.map((idea) => [idea.id, String(idea['title'])]))
  refuseBroken(planned, titles, scene)
  return planned.value
}

/** A plan is a set that fits: what it breaks is said, each with what it breaks. */
function refuseBroken(
  { broken, unweighed, use }: Planned,
  titles: ReadonlyMap<string, string>,
  { words }: Scene,
): void {
  if (unweighed.length > 0)
    throw invalid('A plan holds ideas that can be weighed and are not delivered yet.', [
      {
        at: 'ideaIds',
        says: sentence('Leave out, or give reach, impact, confidence and effort: {titles}.', {
          titles: unweighed.map((id) => `“${titles.get(id) ?? id}”`).join(', '),
        }),
      },
    ])
  if (broken.length === 0) return
  const names: Names = {
    titleOf: (id) => titles.get(id) ?? '',
    functionOf: (key) => use.find((one) => functionKey(one.function) === key)?.function ?? key,
    limitOf: (key) => use.find((one) => functionKey(one.function) === key)?.limit ?? null,
  }
  throw invalid(
    'This set does not fit.',
    broken.flatMap(({ barrier }) =>
      barrier.is === 'unknown'
        ? []
        : [
            {
              at: 'ideaIds',
              says: sentence('It breaks this: {rule}.', {
                rule: barrierSaid(barrier, names, words),
              }),
            },
          ],
    ),
  )
}

const listIn = (value: unknown): readonly string[] => (value ?? []) as readonly string[]
