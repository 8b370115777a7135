import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { settle } from '../../../engine/crud.ts'
import { list, ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { option } from '../records/option.ts'
import { selfOf, settledBy, settles, type Settled } from './settling.ts'

const {
  question,
  door,
  context,
  dueOn,
  otherwise,
  escalateToId,
  driverId,
  approverId,
  contributorIds,
  informedIds,
  productId,
} = decision.fields

/**
 * Puts a question that is to be decided, with its deadline, what holds otherwise, and who decides. Behind a
 * one-way door doing nothing is an option from the start.
 */
export const openDecision = command({
  name: 'open-decision',
  says: 'Open a decision',
  on: 'decision',
  input: {
    id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
    question: { ...question, required: true },
    door,
    on: list({
      label: 'On',
      of: 'text',
      most: 50,
      help: 'The refs of what it would settle, such as IDEA-7',
    }),
    context,
    dueOn,
    otherwise,
    escalateToId,
    driverId,
    approverId,
    contributorIds,
    informedIds,
    productId,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, on, ...asked }, scene) => {
    if (asked.question.trim() === '')
      throw invalid('A decision that is open has a question.', [
        { at: 'question', says: 'Say what is to be decided.' },
      ])
    const settled: Settled[] = []
    for (const one of new Set(on ?? [])) {
      const found = await settledBy(one, scene)
      if (!settled.some(({ row }) => row.id === found.row.id)) settled.push(found)
    }
    const given = await settle(decision, asked, scene)
    const made = id ?? scene.newId()
    const row = {
      ...given,
      ...narrowest(settled.map((one) => one.row)),
      door: asked.door ?? door.default,
      kind: decision.fields.kind.default,
      state: 'open',
      driverId: given['driverId'] ?? (await selfOf(scene)),
      openedAt: scene.now,
    }
    return {
      changes: [
        { op: 'create', record: decision.name, id: made, row },
        ...settled.map((one) => settles(made, one, scene)),
        ...(row.door === 'one-way' ? [doNothing(made, scene)] : []),
      ],
      result: { id: made },
    }
  },
})

/** The option that is there wherever it is hard to go back. */
export const doNothing = (decisionId: string, scene: Scene): Change => ({
  op: 'create',
  record: option.name,
  id: scene.newId(),
  row: { decisionId, title: scene.words.say('Do nothing'), isNothing: true, place: 0 },
})

/** A decision on several things is as hidden as the most hidden of them. */
function narrowest(rows: readonly Row[]): Readonly<Record<string, unknown>> {
  const [first] = rows.toSorted((left, right) => openness(left) - openness(right))
  return first === undefined ? {} : scopeOf(first)
}

const openness = (row: Row): number =>
  row['draft'] === true
    ? 0
    : ['people', 'teams', 'workspace'].indexOf(String(row['visibility'])) + 1
