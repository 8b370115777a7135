import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { isInForce, mayDecide } from '../rules/decided-text.ts'
import { takenInOneGo } from './pinning.ts'
import { selfOf, settles } from './settling.ts'

const { sentence: said, reviewOn } = decision.fields

const input = {
  id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
  decision: ref({ label: 'Decision', to: 'decision', required: true, help: 'The one that ends' }),
  sentence: { ...said, required: true, help: 'What holds from now on' },
  reasons: text({ label: 'Reasons', max: 20_000, lines: 'many', required: true }),
  reviewOn,
} as const

/** A new decision takes the place of one that held. That one stays to be read, and says by what it was superseded. */
export const supersedeDecision = command({
  name: 'supersede-decision',
  says: 'Supersede a decision',
  on: 'decision',
  input,
  may: 'editor',
  decide: (given, scene) => inPlace(given, 'superseded', scene),
})

/** A new decision takes one back: what it settled is open to be settled otherwise. */
export const reverseDecision = command({
  name: 'reverse-decision',
  says: 'Reverse a decision',
  on: 'decision',
  input,
  may: 'editor',
  decide: (given, scene) => inPlace(given, 'reversed', scene),
})

interface Given {
  readonly id?: string | null | undefined
  readonly decision: string
  readonly sentence: string
  readonly reasons: string
  readonly reviewOn?: string | null | undefined
}

async function inPlace(given: Given, state: 'superseded' | 'reversed', scene: Scene) {
  const old = await present(decision, given.decision, scene)
  if (!isInForce(old))
    throw invalid(sentence('{ref} is not in force.', { ref: old.ref }), [
      { at: 'decision', says: 'Name a decision that is in force or under review.' },
    ])
  // What was hard to decide is not undone by whoever comes along.
  if (old['door'] === 'one-way' && !mayDecide(old, scene.actor))
    throw denied(
      sentence('{ref} was a one-way door: its approver ends it, or an owner in their place.', {
        ref: old.ref,
      }),
    )
  const places = (['sentence', 'reasons'] as const).filter((name) => given[name].trim() === '')
  if (places.length > 0)
    throw invalid(
      'A decision that ends another says what holds now, and why.',
      places.map((at) => ({ at, says: 'This must be given.' })),
    )
  const id = given.id ?? scene.newId()
  const row = {
    ...scopeOf(old),
    sentence: given.sentence,
    reasons: given.reasons,
    question: old['question'] ?? null,
    door: old['door'] ?? decision.fields.door.default,
    kind: decision.fields.kind.default,
    state: 'decided',
    driverId: old['driverId'] ?? null,
    approverId: old['approverId'] ?? null,
    informedIds: old['informedIds'] ?? [],
    reviewOn: given.reviewOn ?? null,
    decidedById: await selfOf(scene),
    decidedAt: scene.now,
    supersedesId: old.id,
  }
  const links = await settledAgain(old, id, scene)
  const changes: Change[] = [
    await takenInOneGo(id, row, links, scene),
    ...links,
    ...(await atRest(old, scene)),
    { op: 'update', record: decision.name, id: old.id, patch: { state } },
  ]
  return { changes, result: { id } }
}

/** What the old one settled is settled by the new one. */
async function settledAgain(old: Row, id: string, scene: Scene): Promise<readonly Change[]> {
  return (await scene.reader.links([old.id]))
    .filter((one) => one['fromId'] === old.id && one['relation'] === 'settles')
    .map((one) =>
      settles(id, { record: String(one['toKind']), row: { id: String(one['toId']) } }, scene),
    )
}

/** What watched a decision that no longer holds watches no longer. */
async function atRest(old: Row, { reader }: Scene): Promise<readonly Change[]> {
  return (await reader.by('tripwire', 'decisionId', [old.id]))
    .filter((one) => ['armed', 'silent', 'fired'].includes(String(one['state'])))
    .map((one) => ({
      op: 'update',
      record: 'tripwire',
      id: one.id,
      patch: { state: 'withdrawn' },
    }))
}
