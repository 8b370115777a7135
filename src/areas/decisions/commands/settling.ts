import type { Change } from '../../../engine/change.ts'
import type { Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { noRecord } from '../../../engine/refusals.ts'
import { sentence } from '../../../engine/words.ts'
import { member } from '../../people/index.ts'
import { commitments } from '../rules/commitments.ts'

export interface Settled {
  readonly record: string
  readonly row: Row
}

/** What a decision settles, by its ref: something that one can commit to. */
export async function settledBy(on: string, { reader }: Pick<Scene, 'reader'>): Promise<Settled> {
  const found = await reader.find(on)
  if (found !== undefined && commitments.includes(found.record)) return found
  throw invalid(
    found === undefined
      ? noRecord(on)
      : sentence('A decision does not settle {on}, a {record}.', { on, record: found.record }),
    [
      {
        at: 'on',
        says: sentence('Name one of these by its ref: {list}.', { list: commitments.join(', ') }),
      },
    ],
  )
}

/** The link that says what a decision settles. */
export const settles = (
  decisionId: string,
  { record, row }: { readonly record: string; readonly row: Pick<Row, 'id'> },
  scene: Pick<Scene, 'newId'>,
): Change => ({
  op: 'create',
  record: 'link',
  id: scene.newId(),
  row: {
    fromKind: 'decision',
    fromId: decisionId,
    relation: 'settles',
    toKind: record,
    toId: row.id,
    polarity: 'neither',
    strength: null,
    note: null,
  },
})

/** The member who acts; nobody, where a key or the instance does. */
export async function selfOf({
  actor,
  reader,
}: Pick<Scene, 'actor' | 'reader'>): Promise<string | null> {
  const [self] = actor.kind === 'member' ? await reader.many('member', [actor.id]) : []
  return self?.id ?? null
}

/** Who decided: whoever is named, else the member who says so. */
export const whoDecided = async (
  given: string | null | undefined,
  scene: Pick<Scene, 'actor' | 'reader'>,
): Promise<string | null> =>
  given !== undefined && given !== null ? (await present(member, given, scene)).id : selfOf(scene)
