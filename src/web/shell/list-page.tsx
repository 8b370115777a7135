import { useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, type ReactNode } from 'react'
import { askedOf } from '../derived/asked.ts'
import { ListPage } from '../derived/list.tsx'
import { moreActions, moreBulk } from './more.tsx'
import { NotFound } from './not-found.tsx'
import { useKind } from './use-kind.ts'

const DecisionLog = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/log/decision-log.tsx')).DecisionLog,
}))

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
  if (kind.name === 'decision' && !isAsList(address))
    return (
      <Suspense>
        <DecisionLog search={JSON.parse(address) as Readonly<Record<string, unknown>>} />
      </Suspense>
    )
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

/** Decisions have a log made by hand; whoever asks for a list, a board or a saved view of them gets that. */
const isAsList = (address: string): boolean =>
  Object.keys(JSON.parse(address) as object).some(
    (name) =>
      name.startsWith('f.') || ['as', 'q', 'sort', 'group', 'cols', 'by', 'view'].includes(name),
  )
