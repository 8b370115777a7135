import { hasRole } from '../../../engine/access.ts'
import type { Scene } from '../../../engine/command.ts'
import { denied } from '../../../engine/problem.ts'
import { sentence } from '../../../engine/words.ts'

/** Who took it away, history says; a browser does not know, and leaves it to the server. */
export async function checkTakenByAuthor(
  id: string,
  { reader, actor, isAhead }: Scene,
): Promise<void> {
  if (isAhead === true || hasRole(actor, 'admin')) return
  let before: number | undefined
  do {
    const past = await reader.history({ id, limit, ...(before === undefined ? {} : { before }) })
    for (const { commit, changes } of past)
      for (const change of changes) {
        if (change.id !== id || change.op !== 'remove') continue
        if (commit.actor.id === actor.id) return
        throw denied(
          sentence('{name} took this away. Only an admin can put it back: ask one of them.', {
            name: commit.actor.name,
          }),
        )
      }
    before = past.length < limit ? undefined : past.at(-1)?.commit.seq
  } while (before !== undefined)
}

const limit = 50
