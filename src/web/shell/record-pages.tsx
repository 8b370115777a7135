import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { DetailPage } from '../derived/detail.tsx'
import { CreatePage, EditPage } from '../derived/edit.tsx'
import { moreDetail } from './more.tsx'
import { NotFound } from './not-found.tsx'
import { useKind } from './use-kind.ts'

/** The pages that every row has, with what some records add to theirs. */
export function Detail(): ReactNode {
  const kind = useKind()
  const { name = '' } = useParams({ strict: false })
  if (kind === undefined) return <NotFound />
  return <DetailPage key={name} kind={kind} name={name} more={moreDetail(kind)} />
}

export function Create(): ReactNode {
  const kind = useKind()
  const search = useSearch({ strict: false })
  const start = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(search).filter(([name]) => kind?.fields[name] !== undefined),
      ),
    [search, kind],
  )
  return kind === undefined ? <NotFound /> : <CreatePage kind={kind} start={start} />
}

export function Edit(): ReactNode {
  const kind = useKind()
  const { name = '' } = useParams({ strict: false })
  return kind === undefined ? <NotFound /> : <EditPage kind={kind} name={name} />
}
