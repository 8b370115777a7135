import type { Store } from '../src/store/store.ts'
import { must } from '../src/engine/problem.ts'
import { openWorkspace, type World } from './world.ts'

/** A workspace with somebody of every role and two teams: the editor and the viewer in one, the contributor in the other. */
export interface Room extends Pick<World, 'workspaceId' | 'slug' | 'as' | 'system'> {
  readonly teams: readonly string[]
}

export async function openRoom(store: Store): Promise<Room> {
  const room = await openWorkspace(store, `room-${count++}`)
  const { owner, editor, contributor, viewer } = room.as
  const teams: string[] = []
  for (const memberIds of [[editor.id, viewer.id], [contributor.id]]) {
    const name = `Team ${teams.length}`
    const made = await store.apply(owner, 'create-team', { name, memberIds })
    teams.push(must(made.changed[0]).id)
  }
  return { ...room, teams }
}

let count = 0
