import type { Actor } from '../../engine/access.ts'
import type { Change } from '../../engine/change.ts'
import type { Ports } from '../../engine/ports.ts'
import { taken } from '../../engine/problem.ts'
import type { Outcome, Store } from '../../store/store.ts'
import { sampleCompany } from './company.ts'

/**
 * Fills an empty workspace with the sample company, in one commit that one undo takes out again. It
 * stands under a product of its own, and does not mix with what somebody has brought in.
 */
export async function addSample(
  store: Store,
  ports: Pick<Ports, 'newId' | 'now'>,
  actor: Actor,
): Promise<Outcome> {
  const reader = store.reader(actor)
  for (const record of ['feedback', 'need', 'idea', 'objective']) {
    const { data } = await reader.list(record, { limit: 1 })
    if (data.length > 0)
      throw taken(
        'The sample company goes into an empty workspace only, and this one holds something. Start with another --data directory to look at it.',
      )
  }
  return store.bulk(actor, { command: 'add-sample', batches: once(sampleCompany(ports)) })
}

async function* once(changes: readonly Change[]): AsyncGenerator<readonly Change[]> {
  yield changes
}
