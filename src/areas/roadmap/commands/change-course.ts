import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { decision, isOpen, selfOf, settles, takenInOneGo } from '../../decisions/index.ts'
import { scopeOf } from '../../people/index.ts'
import { roadmapItem } from '../records/roadmap-item.ts'

/**
 * Moves an item between now, next and later with its sentence, or by a decision that was taken: the move, the
 * decision and the link between the two are one commit.
 */
export const changeCourse = command({
  name: 'change-course',
  says: 'Move an item of the roadmap, and say why',
  on: 'roadmap-item',
  input: {
    id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
    item: ref({ label: 'Roadmap item', to: 'roadmap-item', required: true }),
    commitment: roadmapItem.fields.commitment,
    sentence: { ...decision.fields.sentence, help: 'Why it moves' },
    decision: ref({
      label: 'Decision',
      to: 'decision',
      help: 'One that was taken, in place of a sentence',
    }),
    reasons: decision.fields.reasons,
  },
  may: 'editor',
  decide: async ({ id, item: named, commitment, sentence: said, decision: by, reasons }, scene) => {
    const item = await present(roadmapItem, named, scene)
    const words = (said ?? '').trim()
    if ((words === '') === (typeof by !== 'string'))
      throw invalid('A change of course has its sentence, or the decision that asks for it.', [
        { at: 'sentence', says: 'Say why it moves, or name a decision.' },
      ])
    if (item['commitment'] === commitment)
      throw invalid(sentence('{ref} stands there already.', { ref: item.ref }), [
        { at: 'commitment', says: 'Say where it moves.' },
      ])
    const made = id ?? scene.newId()
    const move: Change = {
      op: 'update',
      record: roadmapItem.name,
      id: item.id,
      patch: { commitment },
    }
    const told =
      typeof by === 'string'
        ? await byDecision(by, item, scene)
        : await bySentence(
            made,
            { item, move },
            { sentence: words, reasons: reasons ?? null },
            scene,
          )
    return { changes: [move, ...told.changes], result: { id: told.id } }
  },
})

interface Told {
  readonly id: string
  readonly changes: readonly Change[]
}

async function byDecision(named: string, item: Row, scene: Scene): Promise<Told> {
  const found = await present(decision, named, scene)
  if (isOpen(found))
    throw invalid(sentence('{ref} is not decided yet.', { ref: found.ref }), [
      { at: 'decision', says: 'Name a decision that was taken.' },
    ])
  const isLinked = (await scene.reader.links([found.id])).some(
    (one) => one['fromId'] === found.id && one['relation'] === 'settles' && one['toId'] === item.id,
  )
  const changes = isLinked
    ? []
    : [settles(found.id, { record: roadmapItem.name, row: item }, scene)]
  return { id: found.id, changes }
}

async function bySentence(
  id: string,
  { item, move }: { readonly item: Row; readonly move: Change },
  said: { readonly sentence: string; readonly reasons: string | null },
  scene: Scene,
): Promise<Told> {
  const row = {
    ...scopeOf(item),
    ...said,
    door: decision.fields.door.default,
    kind: 'course',
    state: 'decided',
    decidedById: await selfOf(scene),
    decidedAt: scene.now,
  }
  const link = settles(id, { record: roadmapItem.name, row: item }, scene)
  return { id, changes: [await takenInOneGo(id, row, [move, link], scene), link] }
}
