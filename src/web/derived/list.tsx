import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Fields } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { Buttons, LinkButton } from '../kit/button.tsx'
import type { LedgerCells } from '../kit/ledger-props.ts'
import { WindowLedger } from '../kit/ledger-window.tsx'
import { DensityChoice } from '../kit/look-choice.tsx'
import { Mark } from '../kit/mark.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import type { StationName } from '../kit/stations.ts'
import { say } from '../words/say.ts'
import { isByFit, listPath, searchOf, type Asked } from './asked.ts'
import { boardable, lanesField } from './board-lanes.ts'
import { capital } from './capital.ts'
import { columnsOf, columnsOffered, usualColumns } from './columns.tsx'
import { countSaid } from './count-said.ts'
import styles from './derived.module.css'
import { ExportLinks } from './export-links.tsx'
import { addSaid, things } from './field-words.ts'
import { FilterSentence } from './filter-sentence.tsx'
import { groupable } from './grouping.ts'
import { ListBulk } from './list-bulk.tsx'
import { later } from './later.tsx'
import { Nothing } from './list-nothing.tsx'
import { stretchesOf } from './list-stretches.tsx'
import { useListing, type Listing } from './listing.ts'
import { mayDo } from './may.ts'
import { useOwnFields } from './own-fields.ts'
import { ReadingProblem } from './reading-problem.tsx'
import { currentView, SavedViews, SaveView, useSavedViews, ViewSaid } from './saved-views.tsx'
import { Search } from './search.tsx'
import { useSite } from './site.ts'
import { Title } from './title.tsx'
import { useCells } from './use-cells.ts'
import { useKeys } from './use-key.ts'
import { Views } from './views.tsx'

const Board = later(async () => (await import('./board.tsx')).Board)
const ColumnsDialog = later(async () => (await import('./columns-dialog.tsx')).ColumnsDialog)

/** The list of a record, made from its declaration. What it shows is what its address says. */
export function ListPage({
  kind,
  asked,
  actions,
  bulk,
}: {
  readonly kind: RecordKind
  /** The same object as long as the address says the same. */
  readonly asked: Asked
  readonly actions?: ReactNode
  readonly bulk?: ((rows: readonly Row[], done: () => void) => ReactNode) | undefined
}): ReactNode {
  const site = useSite()
  const { catalogue, to, go } = site
  const own = useOwnFields(kind) ?? noFields
  const boards = useMemo(() => boardable(kind, own, catalogue), [kind, own, catalogue])
  const lanesBy = asked.as === 'board' ? lanesField(asked, boards) : undefined
  const listed = useMemo(
    () => (lanesBy === undefined ? asked : { ...asked, group: lanesBy }),
    [asked, lanesBy],
  )
  const listing = useListing(kind, listed, own, catalogue)
  const search = useRef<HTMLInputElement | null>(null)
  const [columnsOpen, setColumnsOpen] = useState(false)
  const views = useSavedViews(kind)
  const view = currentView(views, kind, asked)
  const groups = useMemo(() => groupable(kind, own, catalogue), [kind, own, catalogue])
  const usual = useMemo(
    () => usualColumns(kind, asked.sort, listing.rows, own),
    [kind, asked.sort, listing.rows, own],
  )
  const shown = asked.columns ?? usual
  const show = useCallback(
    (wanted: Asked, how: 'push' | 'replace' = 'push') =>
      go(`${to(kind.plural)}${searchOf(kind, wanted)}`, how),
    [go, kind, to],
  )
  useKeys({ '/': () => search.current?.focus() })

  const creatable = mayDo(site, 'create', kind)
  const narrowed = asked.q !== '' || Object.keys(asked.filter).length > 0
  // nothing is there to find, to narrow or to order
  const isBare =
    listing.state === 'ready' && listing.error === undefined && listing.total === 0 && !narrowed
  const count =
    listing.state === 'reading'
      ? things(kind)
      : countSaid(kind, listing.total, listing.totalIsLeast ? 'at least' : 'exactly')
  const empty = (
    <Nothing kind={kind} asked={asked} narrowed={narrowed} creatable={creatable} onShow={show} />
  )
  const title = capital(things(kind))
  return (
    <Sheet
      head={
        <PageHead
          mark={
            kind.station === undefined ? undefined : (
              <Mark station={kind.station as StationName} size={24} />
            )
          }
          kick={
            view === undefined ? undefined : (
              <>
                <span>{title}</span>
                <ViewSaid kind={kind} asked={asked} view={view} onShow={show} />
              </>
            )
          }
          title={
            <>
              <Title says={view === undefined ? title : String(view['title'])} />
              {view === undefined ? title : String(view['title'])}
            </>
          }
          actions={
            <Buttons>
              {actions}
              {Object.keys(boards).length > 0 && !isBare && (
                <LinkButton
                  href={`${to(kind.plural)}${searchOf(kind, { ...asked, as: asked.as === 'list' ? 'board' : 'list' })}`}
                >
                  {asked.as === 'list' ? say('Board') : say('List')}
                </LinkButton>
              )}
              {creatable && !isBare && (
                <LinkButton kind="primary" keys="C" href={to(kind.plural, 'new')}>
                  {addSaid(kind)}
                </LinkButton>
              )}
            </Buttons>
          }
        >
          {!isBare && (
            <>
              <FilterSentence
                kind={kind}
                own={own}
                asked={asked}
                count={count}
                groups={groups}
                boards={boards}
                columns={asked.as === 'board' ? undefined : shown.length}
                onColumns={() => setColumnsOpen(true)}
                onChange={show}
              >
                {(view === undefined || searchOf(kind, asked) !== '') && (
                  <SaveView kind={kind} asked={asked} onShow={show} />
                )}
              </FilterSentence>
              <div className={styles.search} data-screen-only="">
                <Search
                  label={say('Search {things}', { things: things(kind) })}
                  asked={asked.q}
                  input={search}
                  onAsk={(q) => show({ ...asked, q }, 'replace')}
                />
              </div>
            </>
          )}
        </PageHead>
      }
      margin={
        isBare ? undefined : (
          <>
            <SavedViews kind={kind} views={views} current={view} />
            <Views kind={kind} asked={asked} />
          </>
        )
      }
    >
      <SheetRow>
        {listing.error !== undefined && listing.rows.length === 0 ? (
          <ReadingProblem error={listing.error} what={things(kind)} />
        ) : asked.as === 'board' ? (
          <Board
            kind={kind}
            asked={asked}
            own={own}
            by={lanesBy}
            choices={boards}
            listing={listing}
            empty={empty}
          />
        ) : (
          <Rows
            kind={kind}
            asked={asked}
            own={own}
            listing={listing}
            groups={groups}
            shown={shown}
            count={count}
            bulk={bulk}
            empty={empty}
            onShow={show}
          />
        )}
      </SheetRow>
      {columnsOpen && (
        <ColumnsDialog
          offered={columnsOffered(kind, own)}
          shown={shown}
          fixed={kind.title}
          onChange={(columns) => show({ ...asked, columns }, 'replace')}
          onUsual={() => show({ ...asked, columns: null }, 'replace')}
          onClose={() => setColumnsOpen(false)}
        />
      )}
    </Sheet>
  )
}

/** The list as a table: what is selected, what is folded, what is being written in. */
function Rows({
  kind,
  asked,
  own,
  listing,
  groups,
  shown,
  count,
  bulk,
  empty,
  onShow,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly own: Fields
  readonly listing: Listing
  readonly groups: Fields
  readonly shown: readonly string[]
  readonly count: string
  readonly bulk: ((rows: readonly Row[], done: () => void) => ReactNode) | undefined
  readonly empty: ReactNode
  readonly onShow: (asked: Asked, how?: 'push' | 'replace') => void
}): ReactNode {
  const { catalogue, to, go } = useSite()
  const path = listPath(kind, asked, 200)
  // rows that were selected past those at hand come along
  const [selection, setSelection] = useState<{
    readonly path: string
    readonly ids: ReadonlySet<string>
    readonly beyond: readonly Row[]
  }>({ path, ids: none, beyond: [] })
  const { ids, beyond } = selection.path === path ? selection : { ids: none, beyond: [] }
  const select = useCallback(
    (next: ReadonlySet<string>, rows: readonly Row[] = beyond) =>
      setSelection({ path, ids: next, beyond: rows }),
    [path, beyond],
  )
  const clear = useCallback(() => select(none, []), [select])
  const [folding, setFolding] = useState<{
    readonly by: string | null
    readonly ids: ReadonlySet<string>
  }>({
    by: asked.group,
    ids: none,
  })
  const folded = folding.by === asked.group ? folding.ids : none
  const onFold = useCallback(
    (id: string) =>
      setFolding((known) => {
        const next = new Set(known.by === asked.group ? known.ids : none)
        if (!next.delete(id)) next.add(id)
        return { by: asked.group, ids: next }
      }),
    [asked.group],
  )
  useKeys({ escape: clear })
  const stretches = useMemo(
    () => stretchesOf(listing.portions, kind, groups, asked.group, folded, onFold),
    [listing.portions, kind, groups, asked.group, folded, onFold],
  )
  const columns = useMemo(
    () =>
      columnsOf(kind, catalogue, shown, own, {
        sorted: asked.sort,
        chosen: asked.columns === null ? 'usual' : 'asked',
      }),
    [kind, catalogue, shown, own, asked.sort, asked.columns],
  )
  const inSight = useMemo(
    () => stretches.filter((one) => one.folded !== true).flatMap((one) => one.rows),
    [stretches],
  )
  const names = useMemo(() => columns.map(({ id }) => id), [columns])
  const edits = useCells(kind, own, { rows: inSight, columns: names })
  const cells = useMemo(
    (): LedgerCells<Row> => ({
      mayEdit: edits.mayEdit,
      editing: edits.editing,
      focus: edits.focus,
      onEdit: edits.begin,
      refused: (row, column) => {
        const refused = edits.refusedAt(row, column)
        return refused === undefined
          ? undefined
          : say('Not saved: “{text}”. {why}', {
              text: String(refused.value ?? ''),
              why: refused.says,
            })
      },
      editor: (row, column) => {
        const field = edits.fieldOf(column)
        return field === undefined || edits.Editor === undefined ? null : (
          <edits.Editor
            key={`${row.id} ${column}`}
            name={column}
            field={field}
            owner={kind.name}
            value={edits.editing?.value}
            error={edits.refusedAt(row, column)?.says}
            onChange={edits.type}
            onSettle={(value, after) => edits.settle(row, column, value, after)}
            onLeave={() => edits.leave(row, column)}
          />
        )
      },
    }),
    [edits, kind.name],
  )
  const hrefOf = useCallback((row: Row) => to(kind.plural, row.ref), [to, kind])
  const onOpen = useCallback((row: Row) => go(to(kind.plural, row.ref)), [go, to, kind])
  const nameOf = useCallback((row: Row) => titleOf(kind, row), [kind])
  const sort = useMemo(
    () =>
      isByFit(kind, asked)
        ? undefined
        : {
            column: asked.sort.replace(/^-/, ''),
            direction: asked.sort.startsWith('-')
              ? ('descending' as const)
              : ('ascending' as const),
          },
    [kind, asked],
  )
  const chosen = useMemo(() => {
    if (ids.size === 0) return []
    const here = listing.rows.filter(({ id }) => ids.has(id))
    const known = new Map([...beyond, ...here].map((row) => [row.id, row] as const))
    return [...ids].flatMap((id) => known.get(id) ?? [])
  }, [ids, beyond, listing.rows])
  return (
    <>
      <WindowLedger
        label={count}
        columns={columns}
        stretches={stretches}
        idOf={idOf}
        nameOf={nameOf}
        hrefOf={hrefOf}
        onOpen={onOpen}
        sort={sort}
        onSort={({ column, direction }) =>
          onShow({ ...asked, sort: `${direction === 'descending' ? '-' : ''}${column}` })
        }
        selected={ids}
        onSelect={select}
        cells={cells}
        state={listing.state}
        empty={empty}
        totals={
          <>
            <ExportLinks kind={kind} asked={asked} columns={names} />
            <div className={styles.density}>
              <DensityChoice />
            </div>
          </>
        }
      />
      {chosen.length > 0 && (
        <ListBulk
          kind={kind}
          own={own}
          chosen={chosen}
          path={path}
          total={listing.total}
          totalIsLeast={listing.totalIsLeast}
          isAll={
            !listing.isComplete &&
            listing.rows.every((row) => ids.has(row.id)) &&
            ids.size < listing.total
          }
          onSelect={(rows) => select(new Set(rows.map((row) => row.id)), rows)}
          onDone={clear}
        >
          {bulk?.(chosen, clear)}
        </ListBulk>
      )}
    </>
  )
}

const idOf = (row: Row): string => row.id

const none: ReadonlySet<string> = new Set()
const noFields = {}
