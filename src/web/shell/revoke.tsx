import type { ReactNode } from 'react'
import { reachesRole, type Role } from '../../engine/access.ts'
import { useSite } from '../derived/site.ts'
import { Button } from '../kit/button.tsx'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'

/** When a way in was revoked, or the verb that revokes it for whoever may: nobody touches a role above their own. */
export function Revoke({
  name,
  role,
  revokedAt,
  onRevoke,
}: {
  readonly name: string
  /** What it lets in with. */
  readonly role: Role
  readonly revokedAt: unknown
  readonly onRevoke: () => void
}): ReactNode {
  const { me } = useSite()
  if (typeof revokedAt === 'string')
    return <Tone of="quiet">{saying('revoked {when}', { when: <When at={revokedAt} /> })}</Tone>
  if (!reachesRole(me.role, role)) return null
  return (
    <Button kind="quiet" label={say('Revoke {name}', { name })} onPress={onRevoke}>
      {say('Revoke')}
    </Button>
  )
}
