import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { member, scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'

/** What one can commit to. The relation itself is declared by the area whose record it is. */
const commitments: readonly string[] = ['need', 'objective', 'idea', 'roadmap-item']

/** A decision in one go: the sentence and what it settles. It is seen by whoever sees the thing it settles. */
export const decide = command({
  name: 'decide',
  says: 'Record a decision',
  on: 'decision',
  input: {
    id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
    on: text({
      label: 'On',
      max: 64,
      required: true,
      help: 'The ref of what it settles, such as IDEA-7',
    }),
    sentence: { ...decision.fields.sentence, required: true },
    decidedById: decision.fields.decidedById,
    decidedAt: decision.fields.decidedAt,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, on, sentence: words, decidedById, decidedAt }, scene) => {
    const found = await scene.reader.find(on)
    if (found === undefined || !commitments.includes(found.record))
      throw invalid(
        found === undefined
          ? noRecord(on)
          : sentence('A decision does not settle {on}, a {record}.', { on, record: found.record }),
        [
          {
            at: 'on',
            says: sentence('Name one of these by its ref: {list}.', {
              list: commitments.join(', '),
            }),
          },
        ],
      )
    const made = id ?? scene.newId()
    const row = {
      ...scopeOf(found.row),
      sentence: words,
      door: decision.fields.door.default,
      kind: decision.fields.kind.default,
      state: decision.fields.state.default,
      decidedById: await by(decidedById, scene),
      decidedAt: decidedAt ?? scene.now,
    }
    const settles = {
      fromKind: 'decision',
      fromId: made,
      relation: 'settles',
      toKind: found.record,
      toId: found.row.id,
      polarity: 'neither',
      strength: null,
      note: null,
    }
    return {
      changes: [
        { op: 'create', record: 'decision', id: made, row },
        { op: 'create', record: 'link', id: scene.newId(), row: settles },
      ],
      result: { id: made },
    }
  },
})

async function by(
  given: string | null | undefined,
  { actor, reader }: Scene,
): Promise<string | null> {
  if (given !== undefined && given !== null) return (await present(member, given, { reader })).id
  const [self] = actor.kind === 'member' ? await reader.many('member', [actor.id]) : []
  return self?.id ?? null
}
