import type { Catalogue } from '../../engine/catalogue.ts'
import { here } from '../client/api.ts'
import { tabsOf } from '../client/browser-tabs.ts'
import { openClient, type Client } from '../client/client.ts'
import { keepInMemory, openKeep, shapeOf } from '../client/keep.ts'
import { steady } from '../client/steady-keep.ts'
import { newId } from '../client/new-id.ts'
import type { Me } from './me.ts'

/** The client of whoever this is, over what this browser has kept of theirs. */
export async function openWorkplace(me: Me, catalogue: Catalogue): Promise<Client> {
  const name = `throughline ${me.workspace.id} ${me.actor.id}`
  const keep = steady(await openKeep(name, shapeOf(catalogue)).catch(() => keepInMemory()))
  return openClient({
    catalogue,
    actor: { ...me.actor, kind: 'member', workspaceId: me.workspace.id },
    api: here,
    keep,
    tabs: tabsOf(name, crypto.randomUUID()),
    newId,
    now: Date.now,
  })
}
