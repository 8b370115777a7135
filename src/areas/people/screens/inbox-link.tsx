import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { useSite } from '../../../web/derived/site.ts'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Hidden } from '../../../web/kit/hidden.tsx'
import { number, say } from '../../../web/words/say.ts'
import { reasons, settingOf, toldAs } from '../rules/told.ts'

const most = 20

/** The way to the inbox, with how many comments there are new to me. */
export function InboxLink(): ReactNode {
  const { to } = useSite()
  const count = useUnread()
  return (
    <LinkButton kind="quiet" href={to('inbox')}>
      {say('Inbox')}
      {count > 0 && (
        <b>
          {count > most ? `${number(most)}+` : number(count)}
          <Hidden> {say('new')}</Hidden>
        </b>
      )}
    </LinkButton>
  )
}

/** Of the newest that tell me, those that came after I read last: a list that is read again when somebody comments. */
function useUnread(): number {
  const { me } = useSite()
  const inboxes = useHeld('inbox')
  const [mine] = inboxes ?? []
  const wanted = reasons.filter((reason) => mine?.[settingOf[reason]] !== false)
  const told = wanted.map((reason) => toldAs(reason, me.id)).join(',')
  const seenAt = String(mine?.['seenAt'] ?? '')
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    inboxes === undefined || told === ''
      ? null
      : `/comments?filter[told]=${encodeURIComponent(told)}&limit=${most + 1}`,
  )
  return (data?.data ?? []).filter((row) => row.createdAt > seenAt).length
}
