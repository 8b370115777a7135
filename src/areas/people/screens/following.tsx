import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { useAct } from '../../../web/derived/undo.ts'
import { Button } from '../../../web/kit/button.tsx'
import { label, say } from '../../../web/words/say.ts'

/** Whether one hears of this row, and the verb for the other way. What one made or owns one hears of anyway. */
export function Following({ row }: { readonly row: Row }): ReactNode {
  const { me } = useSite()
  const act = useAct()
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    `/followers?filter[onId]=${row.id}&filter[memberId]=${me.id}&limit=1`,
  )
  const [mine] = data?.data ?? []
  const hears =
    mine === undefined ? [row.createdById, row['ownerId']].includes(me.id) : mine['muted'] !== true
  const turn = (): void =>
    hears
      ? void act(say('You hear no more of {ref}', { ref: row.ref }), 'POST', '/commands/unfollow', {
          on: row.id,
        })
      : void act(say('You follow {ref}', { ref: row.ref }), 'POST', '/commands/follow', {
          on: row.id,
        })
  useKeys(data === undefined ? {} : { f: turn })
  if (data === undefined) return null
  return (
    <Button kind="quiet" keys="F" onPress={turn}>
      {hears ? label('Follow no more') : label('Follow')}
    </Button>
  )
}
