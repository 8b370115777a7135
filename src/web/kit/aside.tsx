import type { ReactNode } from 'react'
import { say } from '../words/say.ts'
import styles from './aside.module.css'

/** The third column: a few Boxes beside the page. */
export function Aside(props: { readonly label?: string; readonly children: ReactNode }): ReactNode {
  return (
    <aside className={styles.aside} aria-label={props.label ?? say('Beside this page')}>
      {props.children}
    </aside>
  )
}

export interface BoxProps {
  /** A question where it answers one. */
  readonly title: ReactNode
  /** A muted sentence under it: how it is computed, what is left out. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A block under a 2 px ink rule. */
export function Box({ title, foot, children }: BoxProps): ReactNode {
  return (
    <section className={styles.box}>
      <h2 className={styles.title}>{title}</h2>
      {children}
      {foot !== undefined && <p className={styles.foot}>{foot}</p>}
    </section>
  )
}
