import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { useRead } from '../client/cache.ts'
import { useSite } from '../derived/site.ts'
import { Box } from '../kit/aside.tsx'
import { Link } from '../kit/link.tsx'
import { When } from '../kit/when.tsx'
import { counted, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import type { Entry } from './changes.tsx'
import { useLastLook } from './last-look.ts'
import { movedSince } from './moved.ts'

/** What tells of changes has nothing to tell until they are read. */
const Changes = lazy(async () => ({ default: (await import('./changes.tsx')).Changes }))
const Moves = lazy(async () => ({ default: (await import('./moves.tsx')).Moves }))

/** So many are told here; history has the rest. */
const mostTold = 10

/** What others moved since one looked last; on the first visit, what was done last. */
export function News(): ReactNode {
  const { to, me, catalogue } = useSite()
  const { data, error } = useRead<{ readonly data: readonly Entry[] }>('/history?limit=100')
  // what lasts for a while only, as that somebody came in, is for the audit
  const entries = useMemo(
    () =>
      data?.data.filter(({ changes }) =>
        changes.some(({ record }) => catalogue.record(record).lasts === undefined),
      ),
    [data, catalogue],
  )
  const last = useLastLook(me.id, entries?.[0]?.commit.seq)
  const moves = useMemo(
    () => (last === null ? [] : movedSince(entries ?? [], last.seq, me.id)),
    [entries, last, me.id],
  )
  const isLong = last !== null && (entries?.at(-1)?.commit.seq ?? 0) > last.seq + 1
  const wait =
    entries !== undefined ? null : error === undefined ? (
      <p>{say('Reading…')}</p>
    ) : (
      <p>{error.message}</p>
    )
  const foot = <Link href={to('history')}>{say('All of history')}</Link>
  if (last === null)
    return (
      <Box title={say('What changed last')} foot={foot}>
        {wait}
        <Suspense>
          <Changes entries={(entries ?? []).slice(0, 8)} size="brief" />
        </Suspense>
      </Box>
    )
  return (
    <Box title={say('Moved since you looked')} foot={foot}>
      <p>{saying('since {when}', { when: <When at={last.at} /> })}</p>
      {wait}
      {entries !== undefined && moves.length === 0 && (
        <p>{say('Nothing that others did since you looked.')}</p>
      )}
      <Suspense>
        <Moves moves={moves.slice(0, mostTold)} />
      </Suspense>
      {(moves.length > mostTold || isLong) && (
        <p>
          {isLong
            ? say('and more before that')
            : counted(moves.length - mostTold, 'and # more', 'and # more')}
        </p>
      )}
    </Box>
  )
}
