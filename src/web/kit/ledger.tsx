import { type ReactNode, useMemo, useRef } from 'react'
import { say } from '../words/say.ts'
import { Button } from './button.tsx'
import { cls } from './cls.ts'
import styles from './ledger.module.css'
import { LedgerHead } from './ledger-head.tsx'
import { useLedgerKeys } from './ledger-keys.ts'
import { placeIn } from './ledger-place.ts'
import { LedgerGroupHead, LedgerRow } from './ledger-row.tsx'
import type { LedgerProps } from './ledger-props.ts'
import { type Stretch, stretches } from './ledger-rows.ts'
import { toggled } from './selection.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/**
 * A table of records. J and K move, X selects, Enter opens; the title of a row is its link, so that
 * everything also works with Tab, and a row can be opened in a new window.
 */
export function Ledger<T>(props: LedgerProps<T>): ReactNode {
  const { label, columns, rows, idOf, groupOf, density, state, empty, totals, next } = props
  const { hrefOf, onOpen, onSelect, folds = 'narrow' } = props
  const bare = rows.length === 0 && state !== 'reading'
  const table = useRef<HTMLTableElement>(null)
  const width = columns.length + (onSelect === undefined ? 0 : 1)
  useLedgerKeys(table, useKeys(table, props))
  useKeptFocus(table, rows)
  return (
    <div className={styles.frame} data-density={density}>
      <table
        ref={table}
        className={cls(styles.ledger, folds === 'narrow' && styles.folds, bare && styles.bare)}
        data-ledger={(hrefOf ?? onOpen ?? onSelect) ? '' : undefined}
        role="table"
        aria-label={label}
        aria-busy={state === 'reading'}
      >
        <LedgerHead {...props} />
        {stretches(rows, groupOf).map((stretch, at, all) => (
          <tbody key={bodyKey(all, at)} role="rowgroup">
            {stretch.group !== undefined && <LedgerGroupHead {...stretch.group} span={width} />}
            {stretch.rows.map((row) => (
              <LedgerRow key={idOf(row)} {...props} row={row} />
            ))}
          </tbody>
        ))}
      </table>
      {bare && empty}
      {state === 'reading' && (
        <p className={styles.reading} role="status">
          {say('Reading…')}
        </p>
      )}
      {rows.length > 0 && (totals !== undefined || next !== undefined) && (
        <div className={styles.foot}>
          {totals}
          {next !== undefined && (
            <Button kind="quiet" pending={next.pending} onPress={next.onPress}>
              {say('Next page')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** By its group, and where a group comes more than once by which time it is: not by its rows, which move. */
function bodyKey<T>(all: readonly Stretch<T>[], at: number): string {
  const id = all[at]?.group?.id ?? ''
  return `${id} ${all.slice(0, at).filter(({ group }) => (group?.id ?? '') === id).length}`
}

function useKeys<T>(table: { readonly current: HTMLElement | null }, props: LedgerProps<T>) {
  const { rows, idOf, onOpen, selected, onSelect } = props
  return useMemo(() => {
    const trs = (): readonly HTMLElement[] => [
      ...(table.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? []),
    ]
    const here = (): number => trs().findIndex((tr) => tr.contains(document.activeElement))
    const rowHere = (): T | undefined => {
      const at = trs()[here()]?.dataset['row']
      return rows.find((row) => idOf(row) === at)
    }
    return {
      move: (by: 1 | -1) => {
        const all = trs()
        const at = here()
        const to = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
        if (to === undefined) return
        placeIn(to, undefined)?.focus()
        to.scrollIntoView({ block: 'nearest' })
      },
      select: () => {
        const row = rowHere()
        if (row !== undefined) onSelect?.(toggled(selected, idOf(row)))
      },
      open: () => {
        const row = rowHere()
        if (row !== undefined) onOpen?.(row)
      },
    }
  }, [table, rows, idOf, onOpen, selected, onSelect])
}
