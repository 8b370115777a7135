import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'

/** When a way in was revoked, or the verb that revokes it. */
export function Revoke({
  name,
  revokedAt,
  onRevoke,
}: {
  readonly name: string
  readonly revokedAt: unknown
  readonly onRevoke: () => void
}): ReactNode {
  if (typeof revokedAt === 'string')
    return <Tone of="quiet">{saying('revoked {when}', { when: <When at={revokedAt} /> })}</Tone>
  return (
    <Button kind="quiet" label={say('Revoke {name}', { name })} onPress={onRevoke}>
      {say('Revoke')}
    </Button>
  )
}
