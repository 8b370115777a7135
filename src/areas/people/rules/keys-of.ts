import type { Scene } from '../../../engine/command.ts'
import type { Row } from '../../../engine/record.ts'

/** The keys that somebody made, and those made with these. */
export async function keysOf(
  memberId: string,
  { reader }: Pick<Scene, 'reader'>,
): Promise<readonly Row[]> {
  const keys: Row[] = []
  let cursor: string | undefined
  do {
    const page = await reader.list('key', { limit: 200, sort: 'createdAt', cursor })
    keys.push(...page.data)
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  const makers = new Set([memberId])
  // The eldest first: a key is younger than the one it was made with.
  for (const key of keys) if (makers.has(key.createdById)) makers.add(key.id)
  return keys.filter((key) => makers.has(key.createdById))
}
