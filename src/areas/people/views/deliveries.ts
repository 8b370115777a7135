import { present } from '../../../engine/crud.ts'
import { number, ref } from '../../../engine/field.ts'
import type { Sending } from '../../../engine/ports.ts'
import { view } from '../../../engine/view.ts'
import { webhook } from '../records/webhook.ts'

export interface Deliveries {
  /** The webhook's ref. */
  readonly webhook: string
  /** Newest first. */
  readonly deliveries: readonly Sending[]
}

/** What a webhook was sent, for thirty days. What came back is shown to its owner alone: it may repeat what was told. */
export const deliveriesView = view({
  name: 'deliveries',
  says: 'What a webhook was sent, and what came back',
  input: {
    webhook: ref({ label: 'Webhook', to: 'webhook', required: true }),
    limit: number({ label: 'At most', whole: true, min: 1, max: 200, help: '50 without it' }),
  },
  may: 'admin',
  reads: ['webhook'],
  answer: async ({ webhook: name, limit }, { reader, actor }): Promise<Deliveries> => {
    const row = await present(webhook, name, { reader })
    const sent = await reader.sent('webhook', row.id, limit ?? 50)
    const isOwn = row['ownerId'] === actor.id
    return {
      webhook: row.ref,
      deliveries: sent.map((one) => (isOwn ? one : { ...one, answer: null })),
    }
  },
})
