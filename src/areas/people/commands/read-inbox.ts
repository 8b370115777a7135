import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { optional } from '../../../engine/crud.ts'
import { instant } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { inbox as kind } from '../records/inbox.ts'

const only = {
  by: 'person',
  says: 'Only a person has an inbox: an API key has none.',
} as const

/** Everything in the inbox up to a moment is read. An earlier moment than before makes the rest unread again. */
export const markRead = command({
  name: 'mark-read',
  says: 'Mark the inbox as read',
  on: 'inbox',
  input: {
    upTo: instant({ label: 'Up to', help: 'The moment of the last thing read; now without it' }),
  },
  may: 'viewer',
  only,
  decide: async ({ upTo }, scene) => {
    const seenAt = upTo ?? scene.now
    if (seenAt > scene.now)
      throw invalid('Nobody has read what is still to come.', [
        { at: 'upTo', says: 'A moment that has passed, or nothing for now.' },
      ])
    return { changes: await inMine({ seenAt }, scene) }
  },
})

/** Chooses what comes into the inbox; what is not named stays as it is. */
export const chooseInbox = command({
  name: 'choose-inbox',
  says: 'Choose what comes into the inbox',
  on: 'inbox',
  input: optional({
    mentions: kind.fields.mentions,
    answers: kind.fields.answers,
    owned: kind.fields.owned,
    followed: kind.fields.followed,
  }),
  may: 'viewer',
  only,
  decide: async (chosen, scene) => {
    const patch = Object.fromEntries(
      Object.entries(chosen).filter(([, is]) => is !== undefined && is !== null),
    )
    return { changes: await inMine(patch, scene) }
  },
})

async function inMine(
  patch: Readonly<Record<string, unknown>>,
  { reader, actor, newId }: Scene,
): Promise<readonly Change[]> {
  const [mine] = await reader.by('inbox', 'memberId', [actor.id])
  if (mine !== undefined) return [{ op: 'update', record: kind.name, id: mine.id, patch }]
  return [{ op: 'create', record: kind.name, id: newId(), row: { ...patch, memberId: actor.id } }]
}
