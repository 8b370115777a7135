import { userInfo } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '../engine/problem.ts'
import type { Store } from '../store/store.ts'

/** Sees to it that there is a workspace with its owner. Two processes that start at once make one. */
export async function ensureWorkspace(store: Store): Promise<void> {
  if ((await store.identity.workspaces()).length === 0) await found(store)
  await ownerOf(store)
}

async function found(store: Store): Promise<void> {
  try {
    await store.identity.createWorkspace('main', 'My workspace', ownerName())
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'taken') throw error
  }
}

/** Another process may be founding the workspace just now: its owner comes a moment after its name. */
async function ownerOf(store: Store): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const [first] = await store.identity.workspaces()
    try {
      if (first !== undefined) await store.identity.owner(first.id)
      return
    } catch (error) {
      if (turn === patience) throw error
    }
    await pause(100)
  }
}

/** Tenths of a second that the founding by another process may take. */
const patience = 100

/** What this machine calls the person who starts it; a member may change the name at any time. */
function ownerName(): string {
  try {
    const { username } = userInfo()
    return username === '' || username === 'root' ? 'Owner' : username
  } catch {
    return 'Owner'
  }
}
