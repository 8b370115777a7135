import { useSearch } from '@tanstack/react-router'
import { useMemo, type ReactNode } from 'react'
import { askedOf } from '../derived/asked.ts'
import { ListPage } from '../derived/list.tsx'
import { moreActions, moreBulk } from './more.tsx'
import { NotFound } from './not-found.tsx'
import { useKind } from './use-kind.ts'

/** The list every record has, with what some records add to theirs. */
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
