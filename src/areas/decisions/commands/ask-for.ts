import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { choice, ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { feedback } from '../../discovery/index.ts'
import { scopeOf } from '../../people/index.ts'
import { idea } from '../records/idea.ts'

/** A feedback asks for an idea, one that is there or a new one; what becomes of the feedback goes with it. */
export const askFor = command({
  name: 'ask-for',
  says: 'Say which idea a feedback asks for',
  on: 'feedback',
  input: {
    feedbackId: ref({ label: 'Feedback', to: 'feedback', required: true }),
    ideaId: ref({ label: 'Idea', to: 'idea', help: 'One that is there' }),
    title: text({ label: 'New idea', max: 300, help: 'Its title, for one that is not' }),
    state: choice({
      label: 'State',
      options: { unprocessed: 'Unprocessed', processed: 'Processed', archived: 'Archived' },
      help: 'What becomes of the feedback in the same step',
    }),
  },
  may: 'contributor',
  decide: async ({ feedbackId, ideaId, title, state }, scene) => {
    const home = await present(feedback, feedbackId, scene)
    const named = typeof ideaId === 'string' ? ideaId : undefined
    if ((named === undefined) === ((title ?? '') === ''))
      throw invalid('Say one idea that it asks for.', [
        { at: 'ideaId', says: 'Give an idea, or the title of a new one.' },
      ])
    const made = scene.newId()
    const to = named === undefined ? made : (await present(idea, named, scene)).id
    const { state: open, reachPeriod } = idea.fields
    const row = { ...scopeOf(home), title, state: open.default, reachPeriod: reachPeriod.default }
    return {
      changes: [
        ...(named === undefined ? [{ op: 'create', record: 'idea', id: to, row } as const] : []),
        ...(await linked(home, to, scene)),
        ...(state === undefined || state === null || state === home['state']
          ? []
          : [{ op: 'update', record: 'feedback', id: home.id, patch: { state } } as const]),
      ],
      result: { idea: to },
    }
  },
})

/** The link, unless it is there. */
async function linked(home: Row, to: string, scene: Scene): Promise<readonly Change[]> {
  const there = (await scene.reader.links([home.id])).some(
    (one) => one['fromId'] === home.id && one['relation'] === 'asks-for' && one['toId'] === to,
  )
  if (there) return []
  const row = {
    fromKind: feedback.name,
    fromId: home.id,
    relation: 'asks-for',
    toKind: idea.name,
    toId: to,
    polarity: 'for',
    strength: null,
    note: null,
  }
  return [{ op: 'create', record: 'link', id: scene.newId(), row }]
}
