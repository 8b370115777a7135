import type { Change } from '../../../engine/change.ts'
import type { Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { invalid, must } from '../../../engine/problem.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { RecordKind, Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'

/** See `fold`. */
export async function folding(
  kind: RecordKind,
  given: { readonly into: string; readonly from: readonly string[] },
  scene: Scene,
): Promise<readonly Change[]> {
  const by = must(kind.foldedBy, `foldedBy of ${kind.name}`)
  const into = await standing(kind, by, 'into', given.into, scene)
  const from = new Map<string, Row>()
  for (const one of given.from) {
    const row = await standing(kind, by, 'from', one, scene)
    if (row.id === into.id)
      throw invalid(
        sentence('{ref} cannot be merged into itself. Leave it out of the list.', {
          ref: into.ref,
        }),
        [{ at: 'from', says: sentence('Without {ref}.', { ref: into.ref }) }],
      )
    from.set(row.id, row)
  }
  if (from.size === 0)
    throw invalid('Nothing is named to merge.', [{ at: 'from', says: 'Name at least one.' }])
  const ids = [...from.keys()]
  return [
    ...(await underneath(kind, by, ids, scene)).map((row) => under(kind, by, row, into)),
    ...[...from.values()].map((row) => under(kind, by, row, into)),
    ...moved(await scene.reader.links([into.id, ...ids]), into.id, new Set(ids)),
  ]
}

/** A row that is not folded itself; a folded one is refused with the name of the row it is under. */
async function standing(
  kind: RecordKind,
  by: string,
  at: string,
  idOrRef: string,
  scene: Scene,
): Promise<Row> {
  const row = await present(kind, idOrRef, scene)
  const own = row[by] === null || row[by] === undefined
  const asked = [row.id, row.ref.toLowerCase()].includes(idOrRef.toLowerCase())
  if (own && asked) return row
  const top = own ? row : await present(kind, row[by], scene)
  const remedy =
    at === 'into'
      ? sentence('Merge into {ref}.', { ref: top.ref })
      : sentence('Leave it out of the list.')
  throw invalid(
    sentence('{ref} is merged into {into} already. {remedy}', {
      ref: own ? idOrRef : row.ref,
      into: top.ref,
      remedy,
    }),
    [{ at, says: remedy }],
  )
}

/** What is folded under the duplicates already goes along, so that no chain grows. */
async function underneath(
  kind: RecordKind,
  by: string,
  ids: readonly string[],
  scene: Scene,
): Promise<readonly Row[]> {
  const filter = { [by]: { in: ids } }
  return (await readAll(scene.reader, kind.name, { state: 'folded', filter })).rows
}

const under = (kind: RecordKind, by: string, row: Row, into: Row): Change => ({
  op: 'update',
  record: kind.name,
  id: row.id,
  patch: { [by]: into.id },
})

/** Links of the duplicates, now on the survivor. One it has already (or that would bite its own tail) goes. */
function moved(links: readonly Row[], into: string, from: ReadonlySet<string>): readonly Change[] {
  const end = (id: unknown): string => (from.has(String(id)) ? into : String(id))
  const name = (one: Row): string =>
    [end(one['fromId']), String(one['relation']), end(one['toId'])].join(' ')
  const touched = (one: Row): boolean =>
    from.has(String(one['fromId'])) || from.has(String(one['toId']))
  const taken = new Set(links.filter((one) => !touched(one)).map(name))
  return links.filter(touched).map((one): Change => {
    const [fromId, toId] = [end(one['fromId']), end(one['toId'])]
    const idle = fromId === toId || taken.has(name(one))
    taken.add(name(one))
    if (idle) return { op: 'remove', record: 'link', id: one.id }
    const patch = {
      ...(fromId === one['fromId'] ? {} : { fromId }),
      ...(toId === one['toId'] ? {} : { toId }),
    }
    return { op: 'update', record: 'link', id: one.id, patch }
  })
}
