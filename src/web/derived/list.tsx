import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Fields } from '../../engine/field.ts'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import type { LedgerStretch } from '../kit/ledger-items.ts'
import type { LedgerCells } from '../kit/ledger-props.ts'
import { WindowLedger } from '../kit/ledger-window.tsx'
import { Link } from '../kit/link.tsx'
import { DensityChoice } from '../kit/look-choice.tsx'
import { Mark } from '../kit/mark.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import type { StationName } from '../kit/stations.ts'
import { exportPath, listPath, plainly, searchOf, type Asked } from './asked.ts'
import { boardable } from './board-lanes.ts'
import { capital } from './capital.ts'
import { columnsOf, columnsOffered, usualColumns } from './columns.tsx'
import styles from './derived.module.css'
import { FilterSentence } from './filter-sentence.tsx'
import { groupable } from './grouping.ts'
import { ListBulk } from './list-bulk.tsx'
import { later } from './later.tsx'
import { words } from './list-words.ts'
import { useListing, type Listing, type Portion } from './listing.ts'
import { mayDo } from './may.ts'
import { useOwnFields } from './own-fields.ts'
import { ReadingProblem } from './reading-problem.tsx'
import { currentView, SavedViews, SaveView, useSavedViews, ViewSaid } from './saved-views.tsx'
import { Search } from './search.tsx'
import { Pointed } from './shown.tsx'
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
  const listing = useListing(kind, asked, own, catalogue)
  const search = useRef<HTMLInputElement | null>(null)
  const [columnsOpen, setColumnsOpen] = useState(false)
  const views = useSavedViews(kind)
  const view = currentView(views, kind, asked)
  const groups = useMemo(() => groupable(kind, own, catalogue), [kind, own, catalogue])
  const boards = useMemo(() => boardable(kind, own, catalogue), [kind, own, catalogue])
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
  const count = countSaid(listing, kind)
  const empty = (
    <Nothing kind={kind} asked={asked} narrowed={narrowed} creatable={creatable} onShow={show} />
  )
  const title = capital(kind.says.many)
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
                  {asked.as === 'list' ? words.board : words.list}
                </LinkButton>
              )}
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
          <ReadingProblem error={listing.error} what={kind.says.many} />
        ) : asked.as === 'board' ? (
          <Board kind={kind} asked={asked} own={own} choices={boards} empty={empty} />
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
          : words.notSaved(String(refused.value ?? ''), refused.says)
      },
      editor: (row, column) => {
        const field = edits.fieldOf(column)
        return field === undefined || edits.Editor === undefined ? null : (
          <edits.Editor
            key={`${row.id} ${column}`}
            name={column}
            field={field}
            value={edits.editing?.value}
            error={edits.refusedAt(row, column)?.says}
            onChange={edits.type}
            onSettle={(value, after) => edits.settle(row, column, value, after)}
            onLeave={() => edits.leave(row, column)}
          />
        )
      },
    }),
    [edits],
  )
  const hrefOf = useCallback((row: Row) => to(kind.plural, row.ref), [to, kind])
  const onOpen = useCallback((row: Row) => go(to(kind.plural, row.ref)), [go, to, kind])
  const nameOf = useCallback((row: Row) => titleOf(kind, row), [kind])
  const sort = useMemo(
    () => ({
      column: asked.sort.replace(/^-/, ''),
      direction: asked.sort.startsWith('-') ? ('descending' as const) : ('ascending' as const),
    }),
    [asked.sort],
  )
  const chosen = useMemo(() => {
    const known = new Map([...beyond, ...listing.rows].map((row) => [row.id, row] as const))
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

/** The stretches of the table: under each value its word, how many, and the way to fold them. */
function stretchesOf(
  portions: readonly Portion[],
  kind: RecordKind,
  groups: Fields,
  by: string | null,
  folded: ReadonlySet<string>,
  onFold: (id: string) => void,
): readonly LedgerStretch<Row>[] {
  const field = by === null ? undefined : groups[by]
  if (field === undefined)
    return portions.map(({ rows, total, onMore }) => ({ rows, total, onMore }))
  return portions.map(({ value, rows, total, onMore }) => {
    const id = value ?? 'none'
    const word =
      value === null || value === undefined
        ? words.none(field.label)
        : field.kind === 'choice'
          ? (field.options[value] ?? value)
          : field.kind === 'flag'
            ? value === 'true'
              ? field.label
              : `Not ${field.label.toLowerCase()}`
            : undefined
    return {
      rows,
      total,
      onMore,
      folded: folded.has(id),
      group: {
        id,
        title:
          word ??
          (field.kind === 'ref' ? <Pointed to={field.to} id={String(value)} /> : String(value)),
        name: words.fold(word ?? field.label),
        note: `${total.toLocaleString('en')} ${total === 1 ? kind.says.one : kind.says.many}`,
        onFold: () => onFold(id),
      },
    }
  })
}

/** Nothing is there: why, and the one thing to do. */
function Nothing({
  kind,
  asked,
  narrowed,
  creatable,
  onShow,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly narrowed: boolean
  readonly creatable: boolean
  readonly onShow: (asked: Asked) => void
}): ReactNode {
  const { to } = useSite()
  if (narrowed)
    return (
      <Empty
        title={`No ${kind.says.many} ${isOneWord(kind) ? 'fits' : 'fit'} this.`}
        action={
          <Button
            onPress={() =>
              onShow({ ...plainly(kind), sort: asked.sort, as: asked.as, by: asked.by })
            }
          >
            Show all {kind.says.many}
          </Button>
        }
      />
    )
  return (
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

/** Some words have no plural: feedback is one thing, however much there is of it. */
const isOneWord = (kind: RecordKind): boolean => kind.says.one === kind.says.many

const none: ReadonlySet<string> = new Set()
const noFields = {}

/** What one sees, as a file: its filter, its order, its columns. */
function ExportLinks({
  kind,
  asked,
  columns,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly columns: readonly string[]
}): ReactNode {
  const fields = everyField(kind)
  const names = columns.filter((name) => name !== 'stations' || fields[name] === undefined)
  return (
    <span data-screen-only="">
      {words.takeOut}
      <Link href={exportPath(kind, asked, 'csv', names)} download={`${kind.plural}.csv`}>
        CSV
      </Link>
      {words.or}
      <Link href={exportPath(kind, asked, 'jsonl', names)} download={`${kind.plural}.jsonl`}>
        JSON Lines
      </Link>
    </span>
  )
}

function countSaid(listing: Listing, kind: RecordKind): string {
  if (listing.state === 'reading') return kind.says.many
  const { total, totalIsLeast } = listing
  return `${total.toLocaleString('en')}${totalIsLeast ? ' or more' : ''} ${total === 1 ? kind.says.one : kind.says.many}`
}
