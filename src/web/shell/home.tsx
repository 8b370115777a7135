import { lazy, Suspense, type ReactNode } from 'react'
import { useRead } from '../client/cache.ts'
import { useSite } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { say } from '../words/say.ts'
import { useCounts } from './counts.ts'
import { Today } from './today.tsx'

const FirstRun = lazy(async () => ({ default: (await import('./first-run.tsx')).FirstRun }))

/** Where the line stands today; on the first day, the ways to begin. */
export function Home(): ReactNode {
  const { catalogue } = useSite()
  const counts = useCounts(catalogue.records.filter(({ station }) => station !== undefined))
  const aims = useRead<Page>('/objectives?limit=1&count=exact')
  const error = counts.find(({ error: one }) => one !== undefined)?.error ?? aims.error
  if (
    error === undefined &&
    (aims.data === undefined || counts.some(({ total }) => total === null))
  )
    return <Sheet head={<PageHead title={<Title says={say('Home')} />} />}>{null}</Sheet>
  const isEmpty = counts.every(({ total }) => total === 0) && (aims.data?.total ?? 0) === 0
  if (error === undefined && isEmpty)
    return (
      <Suspense>
        <FirstRun />
      </Suspense>
    )
  return <Today counts={counts} error={error} />
}

interface Page {
  readonly total?: number
  readonly totalIsLeast?: boolean
}
