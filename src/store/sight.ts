import { allows, type Actor, type Behind } from '../engine/access.ts'
import type { Catalogue } from '../engine/catalogue.ts'
import type { Past } from '../engine/change.ts'
import type { RecordKind, Row } from '../engine/record.ts'
import { behindOf, type Load } from '../engine/effects.ts'

/** A row at one moment, with the rows that it hangs on: all that its read access can ask about. */
export interface Sight {
  readonly kind: RecordKind
  readonly row: Row
  readonly behind: Behind
}

/** The sight of a row; undefined when it is not there. */
export async function sightOf(
  kind: RecordKind,
  id: string,
  scene: { readonly catalogue: Catalogue; readonly load: Load },
): Promise<Sight | undefined> {
  const row = (await scene.load(kind.name, [id])).get(id)
  if (row === undefined) return undefined
  return { kind, row, behind: await behindOf(kind.read, row, kind, scene) }
}

/** Is the row there for this actor: out of the trash, and within what the actor may read? */
export const isSeen = (sight: Sight | undefined, actor: Actor): boolean =>
  sight !== undefined &&
  // A row as history has it lacks what is empty.
  (sight.row.removedAt ?? null) === null &&
  allows(sight.kind.read, actor, sight.row, sight.behind)

/** The row as it stood before these changes of it, newest first; undefined when it was not there yet. */
export function rewound(row: Row | undefined, changes: readonly Past[]): Row | undefined {
  let past = row
  for (const { op, id, before } of changes)
    past =
      op === 'create' || op === 'return'
        ? undefined
        : ({ ...past, id, ...before } as unknown as Row)
  return past
}

/** Reads rows as they stood before some changes of them. */
export const loaderBefore =
  (load: Load, changesOf: (record: string, ids: readonly string[]) => Promise<PastById>): Load =>
  async (record, ids) => {
    const [now, changes] = [await load(record, ids), await changesOf(record, ids)]
    return new Map(
      ids.flatMap((id) => {
        const row = rewound(now.get(id), changes.get(id) ?? [])
        return row === undefined ? [] : [[id, row] as const]
      }),
    )
  }

/** The changes of rows, newest first, by the row's id. */
export type PastById = ReadonlyMap<string, readonly Past[]>
