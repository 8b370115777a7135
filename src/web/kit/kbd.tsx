import type { ReactNode } from 'react'
import styles from './kbd.module.css'

/** A key, shown where its verb is. Hidden where there is no keyboard to press. */
export function Kbd({ children }: { readonly children: ReactNode }): ReactNode {
  return <kbd className={styles.kbd}>{children}</kbd>
}
