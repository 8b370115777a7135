import type { ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { useSite } from '../derived/site.ts'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { label, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { deliveriesPath, type DeliveriesRead } from './webhook-deliveries.tsx'

/** Whether a webhook is told what happens, why not, and what came of the last it was told. */
export function WebhookState({ row }: { readonly row: Row }): ReactNode {
  const { catalogue } = useSite()
  const { data } = useRead<DeliveriesRead>(deliveriesPath(row.id, 1))
  const field = catalogue.record('webhook').fields['because']
  const because = String(row['because'] ?? '')
  if (row['state'] === 'paused')
    return (
      <Tone of="watch">
        {saying('paused: {because}', {
          because: label(field?.kind === 'choice' ? (field.options[because] ?? because) : because),
        })}
      </Tone>
    )
  const last = data?.deliveries[0]
  if (last === undefined || last.sentAt === null) return say('active')
  const when = <When at={last.sentAt} />
  return last.state === 'delivered' ? (
    saying('active, delivered {when}', { when })
  ) : (
    <Tone of="against">{saying('active, failed {when}', { when })}</Tone>
  )
}
