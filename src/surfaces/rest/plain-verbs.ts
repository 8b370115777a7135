import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import type { RecordKind } from '../../engine/record.ts'

/** The verbs that stand at the addresses of a record itself. */
export const plainVerbs = ['create', 'update', 'remove', 'restore'] as const
export type PlainVerb = (typeof plainVerbs)[number]

/** The command behind a plain verb, where there is one and anybody may ever do it. */
export function plainVerb(
  verb: PlainVerb,
  kind: RecordKind,
  catalogue: Catalogue,
): Command | undefined {
  const access = verb === 'create' ? kind.create : kind.write
  return access.is === 'no-one' ? undefined : catalogue.command(`${verb}-${kind.name}`)
}
