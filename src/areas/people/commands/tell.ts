import type { Change } from '../../../engine/change.ts'
import type { Scene } from '../../../engine/command.ts'
import type { Row } from '../../../engine/record.ts'
import { comment } from '../records/comment.ts'
import { toldOf } from './concern.ts'

/**
 * What the instance says about a record by itself, to whom it matters: a comment, which lies in the inbox of
 * those who drive the matter, of those who asked for it, and of whoever follows the record.
 */
export async function tell(
  on: { readonly record: string; readonly row: Row },
  text: string,
  whom: { readonly drivers?: readonly string[]; readonly askers?: readonly string[] },
  scene: Scene,
): Promise<Change> {
  const told = await toldOf({ ...on, threadId: null }, [], scene.actor.id, scene, whom)
  return {
    op: 'create',
    record: comment.name,
    id: scene.newId(),
    row: {
      onKind: on.record,
      onId: on.row.id,
      threadId: null,
      text: [...text].slice(0, comment.fields.text.max).join(''),
      mentionIds: [],
      told,
    },
  }
}
