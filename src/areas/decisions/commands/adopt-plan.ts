import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { plan as kind } from '../records/plan.ts'
import { refuseAhead } from '../rules/not-ahead.ts'
import { takenInOneGo } from './pinning.ts'
import { settles, whoDecided } from './settling.ts'

/**
 * Decides on a plan: a decision that settles each of its ideas, and the plan becomes the baseline of its period. What
 * was the baseline before is a scenario again, and keeps the decision that was once taken on it.
 */
export const adoptPlan = command({
  name: 'adopt-plan',
  says: 'Decide on a plan',
  on: 'plan',
  input: {
    plan: ref({ label: 'Plan', to: 'plan', required: true }),
    sentence: { ...decision.fields.sentence, required: true },
    decidedById: decision.fields.decidedById,
    decidedAt: decision.fields.decidedAt,
  },
  may: 'editor',
  decide: async ({ plan: name, sentence: says, decidedById, decidedAt }, scene) => {
    refuseAhead(decidedAt, scene.now)
    const plan = await present(kind, name, scene)
    if (plan['kind'] === 'baseline')
      throw invalid(sentence('{ref} is the baseline of its period already.', { ref: plan.ref }), [
        { at: 'plan', says: 'Name a plan that is a scenario.' },
      ])
    const ideas = await scene.reader.many('idea', (plan['ideaIds'] ?? []) as readonly string[])
    if (ideas.length === 0)
      throw invalid(sentence('{ref} has no idea in it.', { ref: plan.ref }), [
        { at: 'plan', says: 'Name a plan with ideas in it.' },
      ])
    const made = scene.newId()
    const by = await whoDecided(decidedById, scene)
    const row = {
      ...scopeOf(plan),
      sentence: says,
      door: decision.fields.door.default,
      kind: decision.fields.kind.default,
      state: decision.fields.state.default,
      decidedById: by,
      decidedAt: decidedAt ?? scene.now,
    }
    const links = ideas.map((one) => settles(made, { record: 'idea', row: one }, scene))
    const changes: Change[] = [
      await takenInOneGo(made, row, links, scene),
      ...links,
      {
        op: 'update',
        record: kind.name,
        id: plan.id,
        patch: { kind: 'baseline', decisionId: made },
      },
      ...(await baselinesBefore(plan, scene)).map((one): Change => ({
        op: 'update',
        record: kind.name,
        id: one.id,
        patch: { kind: 'scenario' },
      })),
    ]
    return { changes, result: { id: made } }
  },
})

/** Of the same period and product, as far as one sees. */
async function baselinesBefore(plan: Row, { reader }: Scene): Promise<readonly Row[]> {
  const all = await reader.by(kind.name, 'period', [String(plan['period'])])
  return all.filter(
    (one) =>
      one.id !== plan.id &&
      one['kind'] === 'baseline' &&
      (one['productId'] ?? null) === (plan['productId'] ?? null),
  )
}
