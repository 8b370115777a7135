import type { Change } from '../../../engine/change.ts'
import { command, type Scene, type Verdict } from '../../../engine/command.ts'
import { text } from '../../../engine/field.ts'
import { link } from '../../../engine/link.ts'
import { invalid, unknown } from '../../../engine/problem.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'
import { attachment } from '../records/attachment.ts'
import { comment } from '../records/comment.ts'
import { follower as kind } from '../records/follower.ts'
import { inbox } from '../records/inbox.ts'

const on = text({
  label: 'On',
  max: 64,
  required: true,
  help: 'The ref of the record, such as IDEA-7',
})

const only = {
  by: 'person',
  says: 'Only a person can follow a record: an API key has no inbox.',
} as const

/** From now on the inbox says what happens on a record. */
export const follow = command({
  name: 'follow',
  says: 'Follow',
  input: { on },
  may: 'viewer',
  only,
  decide: ({ on: name }, scene) => followed(name, 'hears', scene),
})

/** The inbox says no more of a record, even of one that is one's own; only who is mentioned still hears of that. */
export const unfollow = command({
  name: 'unfollow',
  says: 'Follow no more',
  input: { on },
  may: 'viewer',
  only,
  decide: ({ on: name }, scene) => followed(name, 'hears no more', scene),
})

/** Whoever joins in follows along, unless they said otherwise once. A program has no inbox. */
export async function joining(
  record: string,
  id: string,
  scene: Scene,
): Promise<readonly Change[]> {
  if (scene.actor.kind !== 'member') return []
  const mine = await mineOn(id, scene)
  return mine === undefined ? [made(record, id, 'hears', scene)] : []
}

type Hears = 'hears' | 'hears no more'

async function followed(name: string, hears: Hears, scene: Scene): Promise<Verdict> {
  const found = await scene.reader.find(name)
  if (found === undefined) throw unknown(noRecord(name))
  const { record, row } = found
  if (notFollowed.has(record))
    throw invalid(sentence('Nobody can follow {on}.', { on: row.ref }), [
      { at: 'on', says: 'Name the record that it is about.' },
    ])
  const mine = await mineOn(row.id, scene)
  if (mine === undefined) return { changes: [made(record, row.id, hears, scene)] }
  const muted = hears === 'hears no more'
  return { changes: [{ op: 'update', record: kind.name, id: mine.id, patch: { muted } }] }
}

const notFollowed: ReadonlySet<string> = new Set([
  link.name,
  comment.name,
  attachment.name,
  kind.name,
  inbox.name,
])

async function mineOn(id: string, { reader, actor }: Scene) {
  const all = await reader.by('follower', 'onId', [id])
  return all.find((one) => one['memberId'] === actor.id)
}

const made = (onKind: string, onId: string, hears: Hears, { actor, newId }: Scene): Change => ({
  op: 'create',
  record: kind.name,
  id: newId(),
  row: { memberId: actor.id, onKind, onId, muted: hears === 'hears no more' },
})
