import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import type { RecordKind } from '../../engine/record.ts'
import { askedOf } from '../derived/asked.ts'
import { DetailPage } from '../derived/detail.tsx'
import { CreatePage, EditPage } from '../derived/edit.tsx'
import { ListPage } from '../derived/list.tsx'
import { useSite } from '../derived/site.ts'
import { moreBulk, moreDetail, moreActions } from './more.tsx'
import { NotFound } from './not-found.tsx'

/** The pages every record has, with what some records add to theirs. */
export function List(): ReactNode {
  const kind = useKind()
  // the same object as long as the address says the same
  const address = JSON.stringify(useSearch({ strict: false }))
  const asked = useMemo(
    () =>
      kind === undefined
        ? undefined
        : askedOf(kind, JSON.parse(address) as Readonly<Record<string, unknown>>),
    [kind, address],
  )
  if (kind === undefined || asked === undefined) return <NotFound />
  return (
    <ListPage
      key={kind.name}
      kind={kind}
      asked={asked}
      actions={moreActions(kind)}
      bulk={moreBulk(kind)}
    />
  )
}

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

function useKind(): RecordKind | undefined {
  const { catalogue } = useSite()
  const { plural = '' } = useParams({ strict: false })
  return catalogue.recordOfPlural(plural)
}
