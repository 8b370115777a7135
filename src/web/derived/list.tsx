import { useCallback, useRef, useState, type ReactNode } from 'react'
import { mayDo } from './may.ts'
import { Title } from './title.tsx'
import { useKeys } from './use-key.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useAct } from './undo.ts'
import { BulkBar } from '../kit/bulk-bar.tsx'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { DensityChoice } from '../kit/look-choice.tsx'
import { Mark } from '../kit/mark.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import type { StationName } from '../kit/stations.ts'
import { listPath, searchOf, type Asked } from './asked.ts'
import { columnsOf } from './columns.tsx'
import styles from './derived.module.css'
import { Views } from './views.tsx'
import { Link } from '../kit/link.tsx'
import { FilterSentence } from './filter-sentence.tsx'
import { usePages, type Page } from './pages.ts'
import { Search } from './search.tsx'
import { useSite } from './site.ts'
import { useOwnFields } from './own-fields.ts'
import { ReadingProblem } from './reading-problem.tsx'

/** The list of a record, made from its declaration. What it shows is what its address says. */
export function ListPage({
  kind,
  asked,
  actions,
  bulk,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly actions?: ReactNode
  readonly bulk?: ((rows: readonly Row[], done: () => void) => ReactNode) | undefined
}): ReactNode {
  const site = useSite()
  const { catalogue, to, go } = site
  const path = listPath(kind, asked)
  const { pages, error, next: more } = usePages(path)
  const rows = pages.flatMap(({ data }) => data)
  const [selection, setSelection] = useState({ path, ids: none })
  const selected = selection.path === path ? selection.ids : none
  const setSelected = (ids: ReadonlySet<string>): void => setSelection({ path, ids })
  const search = useRef<HTMLInputElement | null>(null)
  const act = useAct()
  const own = useOwnFields(kind) ?? noFields

  useKeys({
    '/': () => search.current?.focus(),
    escape: () => setSelected(none),
  })

  const show = useCallback(
    (wanted: Asked, how: 'push' | 'replace' = 'push') =>
      go(`${to(kind.plural)}${searchOf(kind, wanted)}`, how),
    [go, kind, to],
  )
  const creatable = mayDo(site, 'create', kind)
  const narrowed = asked.q !== '' || Object.keys(asked.filter).length > 0
  const chosen = rows.filter((row) => selected.has(row.id))
  // nothing is there to find, to narrow or to order
  const isBare = pages.length > 0 && rows.length === 0 && !narrowed
  const count = countSaid(pages[0], rows.length, kind)
  return (
    <Sheet
      head={
        <PageHead
          mark={
            kind.station === undefined ? undefined : (
              <Mark station={kind.station as StationName} size={24} />
            )
          }
          title={
            <>
              <Title says={capital(kind.says.many)} />
              {capital(kind.says.many)}
            </>
          }
          actions={
            <Buttons>
              {actions}
              {creatable && !isBare && (
                <LinkButton kind="primary" keys="C" href={to(kind.plural, 'new')}>
                  Add {kind.says.one}
                </LinkButton>
              )}
            </Buttons>
          }
        >
          {!isBare && (
            <>
              <FilterSentence kind={kind} own={own} asked={asked} count={count} onChange={show} />
              <div className={styles.search} data-screen-only="">
                <Search
                  label={`Search ${kind.says.many}`}
                  asked={asked.q}
                  input={search}
                  onAsk={(q) => show({ ...asked, q }, 'replace')}
                />
              </div>
            </>
          )}
        </PageHead>
      }
      margin={isBare ? undefined : <Views kind={kind} asked={asked} />}
    >
      <SheetRow>
        {error !== undefined && pages.length === 0 ? (
          <ReadingProblem error={error} what={kind.says.many} />
        ) : (
          <Ledger
            label={count}
            columns={columnsOf(kind, catalogue, asked.sort, rows, own)}
            rows={rows}
            idOf={(row) => row.id}
            nameOf={(row) => titleOf(kind, row)}
            hrefOf={(row) => to(kind.plural, row.ref)}
            onOpen={(row) => go(to(kind.plural, row.ref))}
            sort={{
              column: asked.sort.replace(/^-/, ''),
              direction: asked.sort.startsWith('-') ? 'descending' : 'ascending',
            }}
            onSort={({ column, direction }) =>
              show({ ...asked, sort: `${direction === 'descending' ? '-' : ''}${column}` })
            }
            selected={selected}
            onSelect={setSelected}
            state={pages.length === 0 ? 'reading' : 'ready'}
            empty={
              narrowed ? (
                <Empty
                  title={`No ${kind.says.many} ${isOneWord(kind) ? 'fits' : 'fit'} this.`}
                  action={
                    <Button onPress={() => show({ q: '', sort: asked.sort, filter: {} })}>
                      Show all {kind.says.many}
                    </Button>
                  }
                />
              ) : (
                <Empty
                  title={`There ${isOneWord(kind) ? 'is' : 'are'} no ${kind.says.many} yet.`}
                  action={
                    creatable ? (
                      <LinkButton kind="primary" keys="C" href={to(kind.plural, 'new')}>
                        Add {kind.says.one}
                      </LinkButton>
                    ) : (
                      <LinkButton href={to('import')}>Import a file</LinkButton>
                    )
                  }
                >
                  {kind.says.what}
                </Empty>
              )
            }
            totals={
              rows.length > 0 ? (
                <>
                  <ExportLinks kind={kind} />
                  <div className={styles.density}>
                    <DensityChoice />
                  </div>
                </>
              ) : undefined
            }
            next={more}
          />
        )}
        {chosen.length > 0 && (
          <BulkBar
            says={`${chosen.length} selected`}
            detail={chosen
              .map((row) => titleOf(kind, row))
              .join(', ')
              .slice(0, 120)}
          >
            {bulk?.(chosen, () => setSelected(none))}
            {mayDo(site, 'remove', kind) && (
              <Button
                kind="quiet"
                onPress={() => {
                  for (const row of chosen)
                    void act(`To the trash: ${row.ref}`, 'DELETE', `/${kind.plural}/${row.id}`)
                  setSelected(none)
                }}
              >
                Move to the trash
              </Button>
            )}
            <Button kind="quiet" keys="Esc" onPress={() => setSelected(none)}>
              Clear
            </Button>
          </BulkBar>
        )}
      </SheetRow>
    </Sheet>
  )
}

/** Some words have no plural: feedback is one thing, however much there is of it. */
const isOneWord = (kind: RecordKind): boolean => kind.says.one === kind.says.many

const none: ReadonlySet<string> = new Set()
const noFields = {}

function ExportLinks({ kind }: { readonly kind: RecordKind }): ReactNode {
  const file = (format: string): string => `/api/v1/export/${kind.plural}?format=${format}`
  return (
    <span data-screen-only="">
      Take all of them out as{' '}
      <Link href={file('csv')} download={`${kind.plural}.csv`}>
        CSV
      </Link>{' '}
      or{' '}
      <Link href={file('jsonl')} download={`${kind.plural}.jsonl`}>
        JSON Lines
      </Link>
    </span>
  )
}

function countSaid(page: Page | undefined, shown: number, kind: RecordKind): string {
  if (page === undefined) return kind.says.many
  const total = page.total ?? shown
  return `${total.toLocaleString('en')}${page.totalIsLeast === true ? ' or more' : ''} ${total === 1 ? kind.says.one : kind.says.many}`
}

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
