import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import type { Fields } from '../../engine/field.ts'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { Button } from '../kit/button.tsx'
import { useDrop } from '../kit/drag.ts'
import { useToast } from '../kit/toast.tsx'
import { number, say } from '../words/say.ts'
import type { Asked } from './asked.ts'
import { brief } from './brief.ts'
import { Card, onACard, type Place } from './board-card.tsx'
import { cardLink, useBoardKeys } from './board-keys.ts'
import styles from './board.module.css'
import { laneOf, lanesOf, type boardable, type Lane } from './board-lanes.ts'
import { things } from './field-words.ts'
import type { Listing } from './listing.ts'
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
  by,
  choices,
  listing,
  empty,
}: {
  readonly kind: RecordKind
  readonly asked: Asked
  readonly own: Fields
  /** The choice that is its columns; undefined where there is none. */
  readonly by: string | undefined
  readonly choices: ReturnType<typeof boardable>
  /** Its rows under the values of that choice. */
  readonly listing: Listing
  readonly empty: ReactNode
}): ReactNode {
  const site = useSite()
  const field = by === undefined ? undefined : choices[by]
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
  const isMovable =
    by !== undefined && mayDo(site, 'update', kind) && everyField(kind)[by]?.set !== 'by-command'
  const keys = useBoardKeys((id, step) => {
    const { at, row } = laneOf(lanes, id)
    const there = lanes[at + step]
    if (isMovable && row !== undefined && there !== undefined) move(row, there)
  })
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
  return (
    <div
      className={styles.board}
      role="group"
      aria-label={things(kind)}
      aria-busy={listing.state === 'reading'}
      onKeyDown={keys}
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
  const [most, setMost] = useState(aStack)
  const rows = lane.rows.slice(0, most)
  const left = lane.total - rows.length
  const drop = useDrop(kind.name, (id) => {
    const { row } = laneOf(lanes, id)
    if (row !== undefined) onMove?.(row, lane.id)
  })
  return (
    <section className={styles.column} aria-label={lane.label} {...drop}>
      <header className={styles.head}>
        <h2>{lane.label}</h2>
        <small>{number(lane.total)}</small>
      </header>
      {rows.length === 0 && <p className={styles.empty}>{say('Nothing here.')}</p>}
      <ol className={styles.cards}>
        {rows.map((row) => (
          <Card
            key={row.id}
            kind={kind}
            row={row}
            at={lane.id}
            places={places}
            facts={facts}
            fields={fields}
            onMove={onMove}
          />
        ))}
      </ol>
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
    cardLink(here.id)?.focus()
  }, [lanes])
  return (row, to) => {
    if (valueIn(row, by) === to.value) return
    moved.current = { id: row.id, to: to.id }
    void write(
      say('Moved to {column}: {title}', {
        column: to.inside,
        title: brief(titleOf(kind, row), onACard),
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
