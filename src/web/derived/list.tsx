import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { read } from '../client/api.ts'
import { useRead } from '../client/cache.ts'
import { useWrite } from '../client/undo.ts'
import { BulkBar } from '../kit/bulk-bar.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { Mark } from '../kit/mark.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import { SearchField } from '../kit/search-field.tsx'
import type { StationName } from '../kit/stations.ts'
import { listPath, searchOf, type Asked } from './asked.ts'
import { columnsOf } from './columns.tsx'
import { FilterSentence } from './filter-sentence.tsx'
import { useSite } from './site.ts'
import { ReadingProblem } from './reading-problem.tsx'

interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
  readonly total?: number
  readonly totalIsLeast?: boolean
}

/** The list of a record, made from its declaration. What it shows is what its address says. */
export function ListPage({ kind, asked, actions, bulk }: { readonly kind: RecordKind; readonly asked: Asked; readonly actions?: ReactNode; readonly bulk?: (rows: readonly Row[], done: () => void) => ReactNode }): ReactNode {
  const { catalogue, to, go } = useSite()
  const path = listPath(kind, asked)
  const { data, error, pending } = useRead<Page>(path)
  const [more, setMore] = useState<{ readonly path: string; readonly rows: readonly Row[]; readonly cursor: string | null }>({ path: '', rows: [], cursor: null })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [loading, setLoading] = useState(false)
  const search = useRef<HTMLInputElement | null>(null)
  const write = useWrite()
  const extra = more.path === path ? more : { path, rows: [], cursor: data?.cursor ?? null }
  const rows = [...(data?.data ?? []), ...extra.rows]
  const cursor = more.path === path ? more.cursor : (data?.cursor ?? null)

  useEffect(() => setSelected(new Set()), [path])
  useSlash(search)

  const show = useCallback((next: Asked) => go(`${to(kind.plural)}${searchOf(kind, next)}`), [go, kind, to])
  const next = async (): Promise<void> => {
    if (cursor === null) return
    setLoading(true)
    try {
      const page = await read<Page>(listPath(kind, asked, cursor))
      setMore({ path, rows: [...extra.rows, ...page.data], cursor: page.cursor })
    } finally {
      setLoading(false)
    }
  }
  const creatable = catalogue.command(`create-${kind.name}`) !== undefined
  const narrowed = asked.q !== '' || Object.keys(asked.filter).length > 0
  const chosen = rows.filter((row) => selected.has(row.id))
  const count = countSaid(data, rows.length, kind)
  return (
    <Sheet
      head={
        <PageHead
          mark={kind.station === undefined ? undefined : <Mark station={kind.station as StationName} size={24} />}
          title={capital(kind.says.many)}
          actions={
            <>
              {actions}
              {creatable && (
                <LinkButton kind="primary" keys="C" href={to(kind.plural, 'new')}>
                  Add {kind.says.one}
                </LinkButton>
              )}
            </>
          }
        >
          <FilterSentence kind={kind} asked={asked} count={count} onChange={show} />
          <SearchField label={`Search ${kind.says.many}`} value={asked.q} keys="/" inputRef={search} placeholder="Search" onChange={(q) => show({ ...asked, q })} />
        </PageHead>
      }
    >
      <SheetRow>
        {error !== undefined && data === undefined ? (
          <ReadingProblem error={error} what={kind.says.many} />
        ) : (
          <Ledger
            label={count}
            columns={columnsOf(kind, catalogue, asked.sort)}
            rows={rows}
            idOf={(row) => row.id}
            nameOf={(row) => titleOf(kind, row)}
            hrefOf={(row) => to(kind.plural, row.ref)}
            onOpen={(row) => go(to(kind.plural, row.ref))}
            sort={{ column: asked.sort.replace(/^-/, ''), direction: asked.sort.startsWith('-') ? 'descending' : 'ascending' }}
            onSort={({ column, direction }) => show({ ...asked, sort: `${direction === 'descending' ? '-' : ''}${column}` })}
            selected={selected}
            onSelect={setSelected}
            state={pending && data === undefined ? 'reading' : 'ready'}
            empty={
              narrowed ? (
                <Empty title={`No ${kind.says.many} fit this.`} action={<Button onPress={() => show({ q: '', sort: asked.sort, filter: {} })}>Show all {kind.says.many}</Button>} />
              ) : (
                <Empty
                  title={`There are no ${kind.says.many} yet.`}
                  action={creatable ? <LinkButton href={to(kind.plural, 'new')}>Add {kind.says.one}</LinkButton> : <LinkButton href={to('import')}>Import a file</LinkButton>}
                >
                  {kind.says.what}
                </Empty>
              )
            }
            totals={rows.length > 0 ? <ExportLinks kind={kind} /> : undefined}
            next={cursor === null ? undefined : { onPress: () => void next(), pending: loading }}
          />
        )}
        {chosen.length > 0 && (
          <BulkBar says={`${chosen.length} selected`} detail={chosen.map((row) => titleOf(kind, row)).join(', ').slice(0, 120)}>
            {bulk?.(chosen, () => setSelected(new Set()))}
            {catalogue.command(`remove-${kind.name}`) !== undefined && (
              <Button
                kind="quiet"
                onPress={() => {
                  for (const row of chosen) void write(`To the trash: ${row.ref}`, 'DELETE', `/${kind.plural}/${row.id}`)
                  setSelected(new Set())
                }}
              >
                Move to the trash
              </Button>
            )}
            <Button kind="quiet" keys="Esc" onPress={() => setSelected(new Set())}>
              Clear
            </Button>
          </BulkBar>
        )}
      </SheetRow>
    </Sheet>
  )
}

function ExportLinks({ kind }: { readonly kind: RecordKind }): ReactNode {
  return (
    <>
      <LinkButton kind="quiet" href={`/api/v1/export/${kind.plural}?format=csv`} download={`${kind.plural}.csv`}>
        All as CSV
      </LinkButton>
      <LinkButton kind="quiet" href={`/api/v1/export/${kind.plural}?format=jsonl`} download={`${kind.plural}.jsonl`}>
        All as JSON Lines
      </LinkButton>
    </>
  )
}

function countSaid(page: Page | undefined, shown: number, kind: RecordKind): string {
  if (page === undefined) return kind.says.many
  const total = page.total ?? shown
  return `${total.toLocaleString('en')}${page.totalIsLeast === true ? ' or more' : ''} ${total === 1 ? kind.says.one : kind.says.many}`
}

function useSlash(search: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event)) return
      event.preventDefault()
      search.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [search])
}

/** Is the key meant for a field that one is writing in? */
export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
