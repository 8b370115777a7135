import type { ReactNode } from 'react'
import styles from './code.module.css'

/** An id, a hash, a command: anything to be copied letter by letter. */
export function Code({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <code className={styles.code} dir="ltr">
      {children}
    </code>
  )
}
