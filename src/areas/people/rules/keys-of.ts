import type { Scene } from '../../../engine/command.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'

/** The keys that somebody made, and those made with these. */
export async function keysOf(
  memberId: string,
  { reader }: Pick<Scene, 'reader'>,
): Promise<readonly Row[]> {
  const { rows: keys } = await readAll(reader, 'key', { sort: 'createdAt' })
  const makers = new Set([memberId])
  // The eldest first: a key is younger than the one it was made with.
  for (const key of keys) if (makers.has(key.createdById)) makers.add(key.id)
  return keys.filter((key) => makers.has(key.createdById))
}
