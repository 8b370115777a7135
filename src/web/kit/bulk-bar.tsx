import { useEffect, type ReactNode } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import styles from './bulk-bar.module.css'
import { cls } from './cls.ts'
import { mendFocus } from './lost-focus.ts'

export interface BulkBarProps {
  /** How many, said: "3 selected". */
  readonly says: string
  /** Which ones, as far as there is room. */
  readonly detail?: ReactNode
  /** Verbs, each a quiet Button with its key. */
  readonly children: ReactNode
}

/** What can be done with the rows that are selected; it stays in sight. */
export function BulkBar({ says, detail, children }: BulkBarProps): ReactNode {
  useFocusAfter()
  return (
    <Toolbar className={cls(styles.bar)} aria-label={says} data-screen-only="">
      <b role="status">{says}</b>
      <span className={styles.detail}>{detail}</span>
      <span className={styles.verbs}>{children}</span>
    </Toolbar>
  )
}

/**
 * The bar goes with the selection. If the focus was in it, or in a dialog that one of its verbs opened,
 * it goes back to the row that was selected first, or to the page where that row is gone.
 */
function useFocusAfter(): void {
  useEffect(() => {
    const before = document.activeElement
    return () =>
      mendFocus(() => (before?.isConnected === true && before !== document.body ? before : null))
  }, [])
}
