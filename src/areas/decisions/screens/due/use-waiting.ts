import { useMemo } from 'react'
import { useHeld } from '../../../../web/client/use-held.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { words } from '../../../../web/words/say.ts'
import { today } from '../decision/today.ts'
import { queueOf, type Waiting } from '../../rules/queue.ts'

/** The decisions that ask for somebody, as they press, from the rows in this browser; undefined until those are here. */
export function useWaiting(): readonly Waiting[] | undefined {
  const { me } = useSite()
  const decisions = useHeld('decision')
  const reviews = useHeld('review')
  const members = useHeld('member')
  return useMemo(() => {
    if (decisions === undefined || reviews === undefined || members === undefined) return undefined
    const names = new Map(members.map((row) => [row.id, String(row['name'])] as const))
    return queueOf(decisions, reviews, {
      names,
      me: me.id,
      now: today(),
      words: words(),
    })
  }, [decisions, reviews, members, me.id])
}
