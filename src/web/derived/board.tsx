import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { Fields } from '../../engine/field.ts'
import { everyField, titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { Button } from '../kit/button.tsx'
import { cls } from '../kit/cls.ts'
import { Code } from '../kit/code.tsx'
import { VerbMenu } from '../kit/menu.tsx'
import { MiniLine } from '../kit/mini-line.tsx'
import { useToast } from '../kit/toast.tsx'
import { number, say } from '../words/say.ts'
import type { Asked } from './asked.ts'
import styles from './board.module.css'
import { laneOf, lanesOf, type boardable, type Lane } from './board-lanes.ts'
import { fieldLabel, things } from './field-words.ts'
import { useListing } from './listing.ts'
import { mayDo } from './may.ts'
import { gathered, valueIn } from './own-fields.ts'
import { ReadingProblem } from './reading-problem.tsx'
import { Shown } from './shown.tsx'
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
  if (field === undefined || by === undefined) return empty
  if (listing.error !== undefined && listing.rows.length === 0)
    return <ReadingProblem error={listing.error} what={things(kind)} />
  if (listing.state === 'ready' && listing.total === 0) return empty
  const facts = (asked.columns ?? []).filter(
    (name) => ![kind.title, 'ref', 'stations', by].includes(name),
  )
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
          fields={{ ...everyField(kind), ...own }}
          onMove={isMovable ? move : undefined}
        />
      ))}
    </div>
  )
}

type Move = (row: Row, to: Lane) => void

/** So many cards at first, and so many more at a press. */
const aStack = 50

const cardType = 'application/x-throughline-row'

function Column({
  kind,
  lane,
  lanes,
  facts,
  fields,
  onMove,
}: {
  readonly kind: RecordKind
  readonly lane: Lane
  readonly lanes: readonly Lane[]
  readonly facts: readonly string[]
  readonly fields: Fields
  readonly onMove: Move | undefined
}): ReactNode {
  const { to, catalogue } = useSite()
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
            if (row !== undefined) onMove?.(row, lane)
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
        dependencies={[lanes, facts]}
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
            <div className={styles.line}>
              {kind.station !== undefined && <MiniLine mask={row.stations} />}
              <Code>{row.ref}</Code>
              {onMove !== undefined && (
                <div className={styles.verbs} data-screen-only="">
                  <AriaButton slot="drag" className={cls(styles.drag)}>
                    <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
                      <path d="M4 2v.01M8 2v.01M4 6v.01M8 6v.01M4 10v.01M8 10v.01" />
                    </svg>
                  </AriaButton>
                  <VerbMenu
                    says={say('Move')}
                    label={say('Move “{title}”', { title: brief(titleOf(kind, row)) })}
                    verbs={lanes.map(({ id, inside }) => ({
                      id,
                      says: say('To {column}', { column: inside }),
                      disabled: id === lane.id,
                    }))}
                    onVerb={(id) => {
                      const there = lanes.find((one) => one.id === id)
                      if (there !== undefined) onMove(row, there)
                    }}
                  />
                </div>
              )}
            </div>
            <p className={styles.title}>{brief(titleOf(kind, row))}</p>
            {facts.length > 0 && (
              <dl className={styles.facts}>
                {facts.flatMap((name) => {
                  const field = fields[name]
                  const value = valueIn(row, name)
                  return field === undefined || value === null
                    ? []
                    : [
                        <div key={name}>
                          <dt>{fieldLabel(field, kind.name)}</dt>
                          <dd>
                            <Shown
                              field={field}
                              value={value}
                              catalogue={catalogue}
                              owner={kind.name}
                            />
                          </dd>
                        </div>,
                      ]
                })}
              </dl>
            )}
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

const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}
