import { userInfo } from 'node:os'
import { Problem } from '../engine/problem.ts'
import type { Store } from '../store/store.ts'

/** Sees to it that there is a workspace with its owner. Two processes that start at once make one. */
export async function ensureWorkspace(store: Store): Promise<void> {
  if ((await store.identity.workspaces()).length > 0) return
  try {
    await store.identity.createWorkspace('main', 'My workspace', ownerName())
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'taken') throw error
  }
}

/** What this machine calls the person who starts it; a member may change the name at any time. */
function ownerName(): string {
  try {
    const { username } = userInfo()
    return username === '' || username === 'root' ? 'Owner' : username
  } catch {
    return 'Owner'
  }
}
