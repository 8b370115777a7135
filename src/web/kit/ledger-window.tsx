import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import { say } from '../words/say.ts'
import { cls } from './cls.ts'
import styles from './ledger.module.css'
import { LedgerHead } from './ledger-head.tsx'
import { itemsOf, lengthOf, type LedgerItem, type LedgerStretch } from './ledger-items.ts'
import { useLedgerKeys } from './ledger-keys.ts'
import { LedgerGroupHead, LedgerRow, type LedgerRowProps } from './ledger-row.tsx'
import type { LedgerProps } from './ledger-props.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useLedgerFocus } from './use-ledger-focus.ts'
import { useLedgerWindow } from './use-ledger-window.ts'

export interface WindowLedgerProps<T> extends Omit<LedgerProps<T>, 'rows' | 'groupOf' | 'next'> {
  readonly stretches: readonly LedgerStretch<T>[]
}

/**
 * A ledger of any length: only what is in sight is drawn, and the page scrolls as if all of it were.
 * The row with the focus stays, however far it is scrolled away, and the keys go on from it.
 */
export function WindowLedger<T>(props: WindowLedgerProps<T>): ReactNode {
  const { label, columns, stretches, idOf, state, empty, totals, onSelect, cells } = props
  const rows = useMemo(() => stretches.flatMap((stretch) => stretch.rows), [stretches])
  const items = useMemo(() => itemsOf(stretches, idOf), [stretches, idOf])
  const table = useRef<HTMLTableElement>(null)
  const focus = useLedgerFocus(table, { ...props, items })
  const { lines, before, after, measure, show } = useLedgerWindow(table, items, focus.active)
  useLedgerKeys(table, focus.keysWith(show))
  useKeptFocus(table, items)
  useEffect(() => {
    for (const { index } of lines) {
      const item = items[index]
      if (item?.is === 'more') item.stretch.onMore?.()
    }
  }, [lines, items])
  const bare = items.length === 0 && state !== 'reading'
  const width = columns.length + (onSelect === undefined ? 0 : 1)
  const shared = { ...props, rows }
  return (
    <div
      className={cls(styles.frame, columns.length > mostFitting && styles.scrolls)}
      data-density={props.density}
    >
      <table
        ref={table}
        className={cls(styles.ledger, styles.folds, styles.windowed, bare && styles.bare)}
        data-ledger=""
        role={cells === undefined ? 'table' : 'grid'}
        aria-label={label}
        aria-busy={state === 'reading'}
        aria-rowcount={lengthOf(stretches) + 1}
        aria-multiselectable={cells !== undefined && onSelect !== undefined ? true : undefined}
        onFocus={focus.onFocus}
      >
        <LedgerHead {...shared} />
        <tbody role="rowgroup">
          {state === 'reading' && <Blank width={width} />}
          {lines.map(({ index, gap }) => (
            <Line
              key={items[index]?.key ?? index}
              item={items[index]}
              index={index}
              gap={gap}
              width={width}
              measure={measure}
              shared={shared}
            />
          ))}
          {after > 0 && <Gap size={after} width={width} />}
        </tbody>
      </table>
      {before === 0 && bare && empty}
      {state === 'reading' && (
        <p className={styles.reading} role="status">
          {say('Reading…')}
        </p>
      )}
      {rows.length > 0 && totals !== undefined && <div className={styles.foot}>{totals}</div>}
    </div>
  )
}

/** More columns than this are looked at by scrolling sideways. */
const mostFitting = 9

function Line<T>({
  item,
  index,
  gap,
  width,
  measure,
  shared,
}: {
  readonly item: LedgerItem<T> | undefined
  readonly index: number
  readonly gap: number
  readonly width: number
  readonly measure: (element: HTMLElement | null) => void
  readonly shared: LedgerProps<T>
}): ReactNode {
  if (item === undefined) return null
  return (
    <>
      {gap > 0 && <Gap size={gap} width={width} />}
      {item.is === 'head' && item.stretch.group !== undefined && (
        <LedgerGroupHead
          {...item.stretch.group}
          span={width}
          folded={item.stretch.folded}
          place={{ index, rowIndex: item.at + 1, measure }}
        />
      )}
      {item.is === 'row' && (
        <Row
          {...(shared as LedgerProps<unknown>)}
          row={item.row}
          place={{ index, rowIndex: item.at + 1, measure }}
        />
      )}
      {item.is === 'more' && (
        <tr role="presentation" ref={measure} data-index={index} className={styles.gap}>
          <td role="presentation" colSpan={width}>
            <span className={styles.reading}>{say('Reading…')}</span>
          </td>
        </tr>
      )}
    </>
  )
}

/** A row is drawn again when something of it has changed, and not because the page was scrolled. */
const Row = memo(LedgerRow<unknown>, (before, after) =>
  (Object.keys({ ...before, ...after }) as (keyof LedgerRowProps<unknown>)[]).every((name) =>
    name === 'place'
      ? before.place?.index === after.place?.index &&
        before.place?.rowIndex === after.place?.rowIndex
      : idle.has(name) || before[name] === after[name],
  ),
)

/** What a row does not show. */
const idle: ReadonlySet<string> = new Set([
  'rows',
  'stretches',
  'label',
  'totals',
  'empty',
  'state',
  'onSort',
])

/** The room that rows out of sight would take. */
function Gap({ size, width }: { readonly size: number; readonly width: number }): ReactNode {
  return (
    <tr role="presentation" aria-hidden="true" className={styles.gap}>
      <td role="presentation" colSpan={width} style={{ blockSize: size }}>
        {'\u00a0'}
      </td>
    </tr>
  )
}

/** Ruled lines where rows will stand, so that nothing moves when they come. */
function Blank({ width }: { readonly width: number }): ReactNode {
  return Array.from({ length: 8 }, (_, at) => (
    <tr key={at} role="presentation" aria-hidden="true" className={styles.blank}>
      <td role="presentation" colSpan={width}>
        {'\u00a0'}
      </td>
    </tr>
  ))
}
