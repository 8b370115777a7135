import type { Change } from '../../../engine/change.ts'
import type { Scene } from '../../../engine/command.ts'
import type { Row } from '../../../engine/record.ts'

/** What one says anew takes the place of what one said before: a row of one's own is changed, or made. */
export function saidAnew(
  record: string,
  mine: Row | undefined,
  row: Readonly<Record<string, unknown>>,
  scene: Scene,
): { readonly id: string; readonly change: Change } {
  const id = mine?.id ?? scene.newId()
  return {
    id,
    change:
      mine === undefined
        ? { op: 'create', record, id, row }
        : { op: 'update', record, id, patch: row },
  }
}
