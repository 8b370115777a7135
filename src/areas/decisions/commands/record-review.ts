import type { Change } from '../../../engine/change.ts'
import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { decision } from '../records/decision.ts'
import { review } from '../records/review.ts'
import { tripwire } from '../records/tripwire.ts'

const { verdict, pivot, reasons, expected, came, again } = review.fields

/** Looks back at a decision and says whether we go on; what was under review is in force again, or was reversed. */
export const recordReview = command({
  name: 'record-review',
  says: 'Record a review',
  on: 'review',
  input: {
    decision: ref({ label: 'Decision', to: 'decision', required: true }),
    tripwire: ref({ label: 'Because of', to: 'tripwire' }),
    verdict,
    pivot,
    reasons,
    expected,
    came,
    again,
  },
  may: 'editor',
  decide: async ({ decision: on, tripwire: because, ...said }, scene) => {
    const home = await present(decision, on, scene)
    const named = typeof because === 'string' ? await present(tripwire, because, scene) : undefined
    if (said.verdict === 'pivot' && (said.pivot ?? null) === null)
      throw invalid('A pivot says of which kind it is.', [
        { at: 'pivot', says: 'One of the ten kinds.' },
      ])
    const fired = (await scene.reader.by(tripwire.name, 'decisionId', [home.id])).filter(
      (one) => one['state'] === 'fired',
    )
    const id = scene.newId()
    const row = {
      decisionId: home.id,
      tripwireId: named?.id ?? fired[0]?.id ?? null,
      verdict: said.verdict,
      pivot: said.verdict === 'pivot' ? said.pivot : null,
      reasons: said.reasons,
      expected: said.expected ?? null,
      came: said.came ?? null,
      again: said.again ?? null,
      reviewedAt: scene.now,
      byId: scene.actor.id,
    }
    const state = said.verdict === 'stop' ? 'reversed' : 'decided'
    const changes: Change[] = [
      { op: 'create', record: review.name, id, row },
      ...fired.map((one): Change => ({
        op: 'update',
        record: tripwire.name,
        id: one.id,
        patch: { state: 'reviewed' },
      })),
      { op: 'update', record: decision.name, id: home.id, patch: { state } },
    ]
    return { changes, result: { id } }
  },
})
