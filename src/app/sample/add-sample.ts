import type { Actor } from '../../engine/access.ts'
import type { Ports } from '../../engine/ports.ts'
import { taken } from '../../engine/problem.ts'
import type { Outcome, Store, Withdrawn } from '../../store/store.ts'
import { pinned } from './pins.ts'
import { sampleCause, sampleCompany } from './company.ts'

/**
 * Puts the sample company in, with its two years of history. It stands under a product of its own,
 * beside what is there already. The seq of the answer, taken back, takes all of it out again.
 */
export async function addSample(
  store: Store,
  ports: Pick<Ports, 'newId' | 'now'>,
  actor: Actor,
): Promise<Outcome> {
  if ((await sampleRows(store, actor)) > 0)
    throw taken('The sample company is in this workspace already. Remove it first to begin anew.')
  return store.chronicles.write(actor, await pinned(sampleCompany(ports, actor)))
}

/** Takes the sample company out, and nothing else: what somebody made beside it stays. */
export async function removeSample(store: Store, actor: Actor): Promise<Withdrawn> {
  if ((await sampleRows(store, actor)) === 0)
    throw taken('The sample company is not in this workspace. There is nothing to remove.')
  return store.chronicles.withdraw(actor, sampleCause, 'remove-sample')
}

/** How many records of the sample company are here; 0 when it is not. */
export const sampleRows = (store: Store, actor: Actor): Promise<number> =>
  store.chronicles.rows(actor.workspaceId, sampleCause)
