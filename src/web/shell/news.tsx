import { useMemo, type ReactNode } from 'react'
import { useRead } from '../client/cache.ts'
import { useSite } from '../derived/site.ts'
import { Box } from '../kit/aside.tsx'
import { Link } from '../kit/link.tsx'
import { When } from '../kit/when.tsx'
import { Changes, type Entry } from './changes.tsx'
import { homeWords as words } from './home-words.ts'
import { useLastLook } from './last-look.ts'
import { movedSince } from './moved.ts'
import { Moves } from './moves.tsx'

/** So many are told here; history has the rest. */
const mostTold = 10

/** What others moved since one looked last; on the first visit, what was done last. */
export function News(): ReactNode {
  const { to, me } = useSite()
  const { data, error } = useRead<{ readonly data: readonly Entry[] }>('/history?limit=100')
  const entries = data?.data
  const last = useLastLook(me.id, entries?.[0]?.commit.seq)
  const moves = useMemo(
    () => (last === null ? [] : movedSince(entries ?? [], last.seq, me.id)),
    [entries, last, me.id],
  )
  const isLong = last !== null && (entries?.at(-1)?.commit.seq ?? 0) > last.seq + 1
  const foot = <Link href={to('history')}>{words.history}</Link>
  if (last === null)
    return (
      <Box title={words.changedLast} foot={foot}>
        {error !== undefined && entries === undefined && <p>{error.message}</p>}
        <Changes entries={(entries ?? []).slice(0, 8)} size="brief" />
      </Box>
    )
  return (
    <Box title={words.movedSince} foot={foot}>
      <p>
        {words.since} <When at={last.at} />
      </p>
      {error !== undefined && entries === undefined && <p>{error.message}</p>}
      {entries !== undefined && moves.length === 0 && <p>{words.still}</p>}
      <Moves moves={moves.slice(0, mostTold)} />
      {(moves.length > mostTold || isLong) && (
        <p>{isLong ? words.andEarlier : words.andMore(moves.length - mostTold)}</p>
      )}
    </Box>
  )
}
