import type { Scene } from '../../../engine/command.ts'
import { invalid } from '../../../engine/problem.ts'

/** Throws where nobody else is owner, or only who is suspended. */
export async function anotherOwner(id: string, { reader }: Pick<Scene, 'reader'>): Promise<void> {
  const owners = await reader.by('member', 'role', ['owner'])
  if (owners.some((one) => one.id !== id && (one['suspendedAt'] ?? null) === null)) return
  throw invalid(
    'A workspace needs an owner, and this is the last one. Make somebody else an owner first.',
    [{ at: 'role', says: 'The last owner stays owner.' }],
  )
}
