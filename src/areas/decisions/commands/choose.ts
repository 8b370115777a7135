import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { decision } from '../records/decision.ts'
import { option } from '../records/option.ts'
import { endsOf } from '../rules/blind.ts'
import { isOpen, locked, mayDecide } from '../rules/decided-text.ts'
import { inPlaceOf, missingIn, type Prepared } from '../rules/missing.ts'
import { lockOf } from '../rules/prediction-lock.ts'
import { pinned } from './pinning.ts'
import { selfOf } from './settling.ts'

const { sentence: said, reasons, consequences, reviewOn } = decision.fields

/**
 * Decides what was open. From now on its text is locked, the predictions that hang on it are locked, and the
 * evidence that it saw is pinned by its hash.
 */
export const choose = command({
  name: 'choose',
  says: 'Decide what is open',
  on: 'decision',
  input: {
    decision: ref({ label: 'Decision', to: 'decision', required: true }),
    sentence: { ...said, help: 'What we decide; the one in the record without it' },
    option: ref({ label: 'Option', to: 'option', help: 'The one that is chosen' }),
    reasons,
    consequences,
    reviewOn,
  },
  may: 'editor',
  decide: async ({ decision: on, option: named, ...given }, scene) => {
    const row = await present(decision, on, scene)
    if (!isOpen(row)) throw locked(row, ['decision'])
    const chosen = typeof named === 'string' ? await present(option, named, scene) : undefined
    if (chosen !== undefined && chosen['decisionId'] !== row.id)
      throw invalid(sentence('{ref} is no option of {on}.', { ref: chosen.ref, on: row.ref }), [
        { at: 'option', says: 'Name an option of this decision.' },
      ])
    if (!mayDecide(row, scene.actor))
      throw denied(
        sentence('{ref} is decided by its approver, or by an owner in their place.', {
          ref: row.ref,
        }),
      )
    const prepared = await preparedOf(row, scene)
    const choosing = {
      sentence: given.sentence ?? textOf(row['sentence']),
      chosenId: chosen?.id,
      reasons: given.reasons ?? textOf(row['reasons']),
      reviewOn: given.reviewOn ?? textOf(row['reviewOn']),
    }
    const missing = missingIn(prepared, choosing)
    if (missing.length > 0)
      throw invalid(
        row['door'] === 'one-way'
          ? sentence('{ref} is a one-way door, and not all is there yet.', { ref: row.ref })
          : sentence('{ref} cannot be decided yet.', { ref: row.ref }),
        missing,
      )
    const patch = {
      sentence: choosing.sentence,
      chosenId: choosing.chosenId ?? null,
      reasons: choosing.reasons,
      consequences: given.consequences ?? row['consequences'] ?? null,
      reviewOn: choosing.reviewOn,
      state: 'decided',
      decidedById: await selfOf(scene),
      decidedAt: scene.now,
      ...(await pinned(row, prepared.options, scene)),
    }
    const changes: readonly Change[] = [
      { op: 'update', record: decision.name, id: row.id, patch },
      ...prepared.predictions.flatMap((one) => lockOf(one, prepared.rounds, scene.now)),
      ...endsOf(prepared.rounds.filter((round) => round['decisionId'] === row.id)),
    ]
    return {
      changes,
      result: { id: row.id, inPlaceOf: inPlaceOf(row, scene.actor), evidence: patch.evidenceHash },
    }
  },
})

/** All that hangs on a decision and that choosing looks at. */
export async function preparedOf(row: Row, { reader }: Pick<Scene, 'reader'>): Promise<Prepared> {
  const on = (record: string): Promise<readonly Row[]> => reader.by(record, 'decisionId', [row.id])
  const options = await on('option')
  const predictions = await on('prediction')
  const ids = options.map(({ id }) => id)
  const links = ids.length === 0 ? [] : await reader.links(ids)
  const asked = predictions.map(({ id }) => id)
  const onPredictions = asked.length === 0 ? [] : await reader.by('round', 'predictionId', asked)
  return {
    decision: row,
    options,
    criteria: await on('criterion'),
    links,
    rounds: [...(await on('round')), ...onPredictions],
    predictions,
    assumptions: await on('assumption'),
    tripwires: await on('tripwire'),
  }
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
