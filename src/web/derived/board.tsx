import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { Fields } from '../../engine/field.ts'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { Button } from '../kit/button.tsx'
import { cls } from '../kit/cls.ts'
import { useToast } from '../kit/toast.tsx'
import { number, say } from '../words/say.ts'
import type { Asked } from './asked.ts'
import { brief, CardFace, type Place } from './board-card.tsx'
import styles from './board.module.css'
import { laneOf, lanesOf, type boardable, type Lane } from './board-lanes.ts'
import { things } from './field-words.ts'
import { useListing } from './listing.ts'
import { mayDo } from './may.ts'
import { gathered, valueIn } from './own-fields.ts'
import { ReadingProblem } from './reading-problem.tsx'
import { useSite } from './site.ts'
import { useWrite } from './undo.ts'

/** Rows as cards under the values of a choice; a card that goes to another column takes its value. */
export function Board({
  kind,
  asked,
  own,
  choices,
  empty,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly own: Fields
  /** The choices that can be its columns. */
  readonly choices: ReturnType<typeof boardable>
  readonly empty: ReactNode
}): ReactNode {
  const site = useSite()
  const by =
    asked.by !== null && choices[asked.by] !== undefined ? asked.by : Object.keys(choices)[0]
  const field = by === undefined ? undefined : choices[by]
  const grouped = useMemo(() => ({ ...asked, group: by ?? null }), [asked, by])
  const listing = useListing(kind, grouped, own, site.catalogue)
  const lanes = useMemo(
    () =>
      field === undefined
        ? []
        : lanesOf(field, kind.name, listing.portions, asked.filter[by ?? '']),
    [kind.name, field, listing.portions, asked.filter, by],
  )
  const move = useMove(kind, by ?? '', lanes)
  const fields = useMemo(() => ({ ...everyField(kind), ...own }), [kind, own])
  // cards stay as they are drawn until one of their own row, or of what is asked, has changed
  const factsAsked = (asked.columns ?? [])
    .filter((name) => ![kind.title, 'ref', 'stations', by].includes(name))
    .join()
  const facts = useMemo(() => (factsAsked === '' ? [] : factsAsked.split(',')), [factsAsked])
  const placesAsked = JSON.stringify(lanes.map(({ id, inside }) => ({ id, inside })))
  const places = useMemo(() => JSON.parse(placesAsked) as readonly Place[], [placesAsked])
  const now = useRef({ lanes, move })
  useLayoutEffect(() => {
    now.current = { lanes, move }
  })
  const moveTo = useCallback((row: Row, id: string): void => {
    const there = now.current.lanes.find((one) => one.id === id)
    if (there !== undefined) now.current.move(row, there)
  }, [])
  if (field === undefined || by === undefined) return empty
  if (listing.error !== undefined && listing.rows.length === 0)
    return <ReadingProblem error={listing.error} what={things(kind)} />
  if (listing.state === 'ready' && listing.total === 0) return empty
  const isMovable = mayDo(site, 'update', kind) && everyField(kind)[by]?.set !== 'by-command'
  return (
    <div
      className={styles.board}
      aria-busy={listing.state === 'reading'}
      // beside the menu and the drag of each card: Shift and an arrow take it one column on
      onKeyDownCapture={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (step === 0 || !event.shiftKey || !isMovable) return
        const card = (event.target as Element).closest<HTMLElement>('[data-card]')
        const lane = laneOf(lanes, card?.dataset['card'])
        const to = lanes[lane.at + (document.documentElement.dir === 'rtl' ? -step : step)]
        if (lane.row === undefined || to === undefined) return
        event.preventDefault()
        event.stopPropagation()
        move(lane.row, to)
      }}
    >
      {lanes.map((lane) => (
        <Column
          key={lane.id}
          kind={kind}
          lane={lane}
          lanes={lanes}
          facts={facts}
          places={places}
          fields={fields}
          onMove={isMovable ? moveTo : undefined}
        />
      ))}
    </div>
  )
}

type Move = (row: Row, to: Lane) => void

/** So many cards at first, and so many more at a press. */
const aStack = 30

const cardType = 'application/x-throughline-row'

function Column({
  kind,
  lane,
  lanes,
  places,
  facts,
  fields,
  onMove,
}: {
  readonly kind: RecordKind
  readonly lane: Lane
  readonly lanes: readonly Lane[]
  readonly facts: readonly string[]
  readonly places: readonly Place[]
  readonly fields: Fields
  readonly onMove: ((row: Row, to: string) => void) | undefined
}): ReactNode {
  const { to } = useSite()
  const [most, setMost] = useState(aStack)
  const rows = lane.rows.slice(0, most)
  const left = lane.total - rows.length
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => {
        const row = lane.rows.find(({ id }) => id === key)
        return {
          [cardType]: String(key),
          'text/plain': row === undefined ? '' : titleOf(kind, row),
        }
      }),
    acceptedDragTypes: [cardType],
    getDropOperation: () => 'move',
    onRootDrop: ({ items }) => {
      for (const item of items)
        if (isTextDropItem(item))
          void item.getText(cardType).then((id) => {
            const { row } = laneOf(lanes, id)
            if (row !== undefined) onMove?.(row, lane.id)
          })
    },
    isDisabled: onMove === undefined,
  })
  return (
    <section className={styles.column} aria-label={lane.label}>
      <header className={styles.head}>
        <h2>{lane.label}</h2>
        <small>{number(lane.total)}</small>
      </header>
      <GridList
        className={cls(styles.cards)}
        aria-label={lane.label}
        items={rows}
        dependencies={[facts, places, fields, onMove]}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={styles.empty}>{say('Nothing here.')}</p>}
      >
        {(row) => (
          <GridListItem
            id={row.id}
            textValue={titleOf(kind, row)}
            href={to(kind.plural, row.ref)}
            className={cls(styles.card)}
            data-card={row.id}
          >
            <CardFace
              kind={kind}
              row={row}
              at={lane.id}
              places={places}
              facts={facts}
              fields={fields}
              onMove={onMove}
            />
          </GridListItem>
        )}
      </GridList>
      {left > 0 && (
        <Button
          kind="quiet"
          onPress={() => {
            setMost(most + aStack)
            if (lane.rows.length < most + aStack) lane.onMore?.()
          }}
        >
          {say('Show {count} more', { count: Math.min(left, aStack) })}
        </Button>
      )}
    </section>
  )
}

/** Gives a card the value of another column, at once and with a way back; the focus goes with it. */
function useMove(kind: RecordKind, by: string, lanes: readonly Lane[]): Move {
  const write = useWrite()
  const show = useToast()
  const moved = useRef<{ readonly id: string; readonly to: string } | null>(null)
  useEffect(() => {
    const here = moved.current
    if (here === null) return
    const isThere = lanes.some(
      ({ id, rows }) => id === here.to && rows.some((row) => row.id === here.id),
    )
    if (!isThere) return
    moved.current = null
    return holdFocus(here.id)
  }, [lanes])
  return (row, to) => {
    if (valueIn(row, by) === to.value) return
    moved.current = { id: row.id, to: to.id }
    void write(
      say('Moved to {column}: {title}', {
        column: to.inside,
        title: brief(titleOf(kind, row)),
      }),
      'PATCH',
      `/${kind.plural}/${row.id}`,
      gathered({ [by]: to.value }),
      row.version,
    ).catch((error: unknown) => {
      moved.current = null
      show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' })
    })
  }
}

/**
 * The menu gives the focus back to a card that is gone, and the column it stood in to its neighbour, each
 * a moment later: so the card is given it until that is over.
 */
function holdFocus(id: string): () => void {
  const timers = [0, 40, 120, 240].map((wait) =>
    setTimeout(() => {
      const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
      if (card?.contains(document.activeElement) === false) card.focus()
    }, wait),
  )
  return () => timers.forEach(clearTimeout)
}
