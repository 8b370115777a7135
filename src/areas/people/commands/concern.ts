import type { Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import type { Row } from '../../../engine/record.ts'
import { member } from '../records/member.ts'
import { calledIn, mentionedIn } from '../rules/mentions.ts'
import { concerned } from '../rules/told.ts'

/** Where a comment stands: on which row, and in which thread. */
export interface Standing {
  readonly record: string
  readonly row: Row
  readonly threadId: string | null
}

/**
 * Who is mentioned: those that were chosen, and those whom the text calls by name. Of several with one name
 * those that were chosen, or mentioned before, are meant.
 */
export async function mentionsIn(
  text: string,
  chosen: readonly string[],
  scene: Scene,
  before: readonly string[] = [],
): Promise<readonly string[]> {
  const ids: string[] = []
  for (const one of chosen) ids.push((await present(member, one, scene)).id)
  const called = calledIn(text).flat()
  const people = called.length === 0 ? [] : await scene.reader.by('member', 'name', called)
  const named = people.map((row) => ({ id: row.id, name: String(row['name']) }))
  return [...new Set([...ids, ...mentionedIn(text, named, new Set([...ids, ...before]))])]
}

/** Whom a comment concerns, and why. It is shown to them only where they see what it stands on. */
export async function toldOf(
  { row, threadId }: Standing,
  mentionIds: readonly string[],
  authorId: string,
  { reader }: Scene,
  also: { readonly drivers?: readonly string[]; readonly askers?: readonly string[] } = {},
): Promise<readonly string[]> {
  const thread =
    threadId === null
      ? []
      : [
          ...(await reader.many('comment', [threadId])),
          ...(await reader.by('comment', 'threadId', [threadId])),
        ]
  const follows = await reader.by('follower', 'onId', [row.id])
  const owner = row['ownerId']
  const people = {
    mention: mentionIds,
    driven: also.drivers ?? [],
    asked: also.askers ?? [],
    answer: thread.map((one) => one.createdById),
    owned: [typeof owner === 'string' ? owner : null, row.createdById],
    followed: follows.map((one) => String(one['memberId'])),
  }
  const ids = new Set(Object.values(people).flat())
  ids.delete(null)
  // Whoever is suspended is told nothing, by a mention neither.
  const away = (await reader.many('member', [...ids] as readonly string[]))
    .filter((one) => (one['suspendedAt'] ?? null) !== null)
    .map(({ id }) => id)
  const mutedIds = new Set(
    follows.filter((one) => one['muted'] === true).map((one) => String(one['memberId'])),
  )
  const told = concerned(people, { authorId, mutedIds, awayIds: new Set(away) })
  return told.slice(0, mostTold)
}

const mostTold = 1000
