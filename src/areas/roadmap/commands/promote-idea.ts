import type { Change } from '../../../engine/change.ts'
import { command } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { idea } from '../../decisions/index.ts'
import { scopeOf } from '../../people/index.ts'
import { roadmapItem } from '../records/roadmap-item.ts'
import { sentence } from '../../../engine/words.ts'

/** A roadmap item from an idea in one step: the item, the link that says what it delivers, the idea chosen. */
export const promoteIdea = command({
  name: 'promote-idea',
  says: 'Put an idea on the roadmap',
  on: 'idea',
  input: {
    id: ref({ label: 'Id', to: 'roadmap-item', help: 'UUID version 7, made by the client' }),
    idea: ref({ label: 'Idea', to: 'idea', required: true }),
    commitment: roadmapItem.fields.commitment,
    title: text({ label: 'Title', max: 300, help: 'That of the idea without it' }),
  },
  may: 'editor',
  decide: async ({ id, idea: named, commitment, title }, scene) => {
    const from = await present(idea, named, scene)
    if (from['state'] === 'withdrawn')
      throw invalid(
        sentence('{ref} is withdrawn. Open it again before it goes on the roadmap.', {
          ref: from.ref,
        }),
        [{ at: 'idea', says: 'An idea that is open or chosen.' }],
      )
    const made = id ?? scene.newId()
    const row = {
      ...scopeOf(from),
      title: title ?? from['title'],
      commitment,
      status: 'not-started',
    }
    const delivers = {
      fromKind: 'roadmap-item',
      fromId: made,
      relation: 'delivers',
      toKind: 'idea',
      toId: from.id,
      polarity: 'neither',
      strength: null,
      note: null,
    }
    const chosen: readonly Change[] =
      from['state'] === 'chosen'
        ? []
        : [{ op: 'update', record: 'idea', id: from.id, patch: { state: 'chosen' } }]
    return {
      changes: [
        { op: 'create', record: 'roadmap-item', id: made, row },
        { op: 'create', record: 'link', id: scene.newId(), row: delivers },
        ...chosen,
      ],
      result: { id: made },
    }
  },
})
