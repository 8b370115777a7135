import type { ReactNode } from 'react'
import styles from './hidden.module.css'

/** Words for those who listen, where the drawing already says it to those who look. */
export function Hidden({ children }: { readonly children: ReactNode }): ReactNode {
  return <span className={styles.hidden}>{children}</span>
}
