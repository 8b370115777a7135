import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid, taken } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { decision } from '../records/decision.ts'
import { idea } from '../records/idea.ts'
import { review } from '../records/review.ts'
import { tripwire } from '../records/tripwire.ts'

const { verdict, pivot, reasons, expected, came, again } = review.fields

/**
 * Looks back at a decision and says whether we go on; what was under review is in force again, or was reversed.
 * With a refusal, to persevere is to refuse still: what had come back goes again.
 */
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
    checkDecided(home)
    if (said.verdict === 'pivot' && (said.pivot ?? null) === null)
      throw invalid('A pivot says of which kind it is.', [
        { at: 'pivot', says: 'One of the ten kinds.' },
      ])
    if (named !== undefined && named['decisionId'] !== home.id)
      throw invalid(
        sentence('{tripwire} is not a tripwire of {decision}.', {
          tripwire: named.ref,
          decision: home.ref,
        }),
        [{ at: 'tripwire', says: 'Name one of this decision, or leave it out.' }],
      )
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
      ...(isInForce(home)
        ? [{ op: 'update', record: decision.name, id: home.id, patch: { state } } as const]
        : []),
      ...(said.verdict === 'persevere' ? await refusedStill(home, fired, scene) : []),
    ]
    return { changes, result: { id } }
  },
})

function checkDecided(home: Row): void {
  if (home['state'] === 'open')
    throw taken(
      sentence('{ref} was not decided yet. There is nothing to look back at.', { ref: home.ref }),
    )
}

/** One that another took the place of, or that was reversed, can be looked back at; it stays what it is. */
const isInForce = (home: Row): boolean =>
  home['state'] === 'decided' || home['state'] === 'under-review'

/** The ideas that a refusal gave back when its tripwire fired. */
async function refusedStill(
  home: Row,
  fired: readonly Row[],
  { reader }: Scene,
): Promise<readonly Change[]> {
  if (home['kind'] !== 'refusal' || fired.length === 0) return []
  const ties = (await reader.links([home.id])).filter(
    (tie) =>
      tie['fromId'] === home.id && tie['relation'] === 'settles' && tie['toKind'] === idea.name,
  )
  const ideas =
    ties.length === 0
      ? []
      : await reader.many(
          idea.name,
          ties.map((tie) => String(tie['toId'])),
        )
  return ideas
    .filter((row) => row['state'] === 'open')
    .map(({ id }): Change => ({
      op: 'update',
      record: idea.name,
      id,
      patch: { state: 'withdrawn' },
    }))
}
