import { useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import type { RecordKind, Row } from '../../engine/record.ts'
import { DetailPage } from '../derived/detail.tsx'
import { CreatePage, EditPage } from '../derived/edit.tsx'
import { mayDo } from '../derived/may.ts'
import { MayNotCreate } from '../derived/may-not.tsx'
import { useSite } from '../derived/site.ts'
import { moreDetail } from './more.tsx'
import { NotFound } from './not-found.tsx'
import { useKind } from './use-kind.ts'

const DecisionPage = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/decision/decision-page.tsx')).DecisionPage,
}))
const NewDecision = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/decision/new-decision.tsx')).NewDecision,
}))

/** The pages that every row has, with what some records add to theirs. */
export function Detail(): ReactNode {
  const kind = useKind()
  const { name = '' } = useParams({ strict: false })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  if (kind === undefined) return <NotFound />
  if (kind.name === 'decision')
    return (
      <Suspense>
        <DecisionPage
          key={name}
          name={name}
          asOf={typeof search['as-of'] === 'string' ? search['as-of'] : undefined}
          more={(row) => <Under kind={kind} row={row} />}
        />
      </Suspense>
    )
  return <DetailPage key={name} kind={kind} name={name} more={moreDetail(kind)} />
}

/** What every record has, under a page that is made by hand. */
function Under({ kind, row }: { readonly kind: RecordKind; readonly row: Row }): ReactNode {
  const { beside, last } = moreDetail(kind)
  return (
    <>
      {beside?.(row)}
      {last?.(row)}
    </>
  )
}

export function Create(): ReactNode {
  const kind = useKind()
  const site = useSite()
  const search = useSearch({ strict: false })
  const start = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(search).filter(([name]) => kind?.fields[name] !== undefined),
      ),
    [search, kind],
  )
  if (kind === undefined) return <NotFound />
  if (!mayDo(site, 'create', kind)) return <MayNotCreate kind={kind} />
  return kind.name === 'decision' ? (
    <Suspense>
      <NewDecision search={search} />
    </Suspense>
  ) : (
    <CreatePage kind={kind} start={start} />
  )
}

export function Edit(): ReactNode {
  const kind = useKind()
  const { name = '' } = useParams({ strict: false })
  return kind === undefined ? <NotFound /> : <EditPage kind={kind} name={name} />
}
