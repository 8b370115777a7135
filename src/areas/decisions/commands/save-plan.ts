import { command, type Scene } from '../../../engine/command.ts'
import { settle } from '../../../engine/crud.ts'
import { number, ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { plan as kind } from '../records/plan.ts'
import { barrierSaid, type Names } from '../rules/portfolio/barrier-said.ts'
import { functionKey } from '../rules/portfolio/asked.ts'
import { gathered } from '../rules/portfolio/gather.ts'
import { posed } from '../rules/portfolio/model.ts'
import { plannedOf, type Planned } from '../rules/portfolio/plan.ts'
import { rowsOf } from './portfolio-rows.ts'

const { title, period, ideaIds, mustIds, neverIds, shares, productId } = kind.fields

/**
 * Keeps a set of ideas as a plan version. Its value is worked out here from what the ideas are held to be, and a set
 * that breaks a rule or takes more than a function has is refused. How near it is to the best is the word of the
 * solver that chose it.
 */
export const savePlan = command({
  name: 'save-plan',
  says: 'Save a plan version',
  on: 'plan',
  input: {
    id: ref({ label: 'Id', to: 'plan', help: 'UUID version 7, made by the client' }),
    title,
    period,
    ideaIds: { ...ideaIds, required: true },
    mustIds,
    neverIds,
    shares,
    gap: number({
      label: 'Proven gap',
      min: 0,
      max: 1,
      help: 'As the portfolio proved it: 0.001 is a tenth of a percent',
    }),
    productId,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, gap, ...said }, scene) => {
    const made = id ?? scene.newId()
    const row = await settle(kind, said, scene)
    // What must be in is in.
    const chosen = [...new Set([...listIn(row['mustIds']), ...listIn(row['ideaIds'])])]
    if (chosen.length === 0)
      throw invalid('A plan has at least one idea in it.', [
        { at: 'ideaIds', says: 'Name the ideas that are in it.' },
      ])
    const named = [...new Set([...chosen, ...listIn(row['neverIds'])])]
    const ideas = await scene.reader.many('idea', named)
    const value = await valueOf(row, chosen, scene)
    return {
      changes: [
        {
          op: 'create',
          record: kind.name,
          id: made,
          row: {
            ...row,
            ideaIds: chosen,
            productId: row['productId'] ?? productOf(ideas),
            kind: kind.fields.kind.default,
            visibility: kind.fields.visibility.default,
            // Where not everybody sees all that it names, it is first its author's alone.
            draft: ideas.some(isHeldBack),
            value,
            gap: gap ?? null,
            solvedAt: scene.now,
          },
        },
      ],
      result: { id: made },
    }
  },
})

const isHeldBack = (row: Row): boolean => row['draft'] === true || row['visibility'] !== 'workspace'

/** The product that all of them are of; none where they are of several. */
function productOf(ideas: readonly Row[]): unknown {
  const products = new Set(ideas.map((one) => one['productId'] ?? null))
  const [only = null] = products
  return products.size === 1 ? only : null
}

async function valueOf(
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
