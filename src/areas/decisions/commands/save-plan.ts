import { command } from '../../../engine/command.ts'
import { settle } from '../../../engine/crud.ts'
import { number, ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { plan as kind } from '../records/plan.ts'

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
    // What weighs a set is loaded by whoever saves one, and not by every page.
    const { planValue } = await import('./plan-value.ts')
    const value = await planValue(row, chosen, scene)
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

const listIn = (value: unknown): readonly string[] => (value ?? []) as readonly string[]
