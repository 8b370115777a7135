import type { ReactNode } from 'react'
import styles from './page-head.module.css'
import { Row } from './sheet.tsx'

export interface PageHeadProps {
  /** A 24 px mark; it stands on the line at the title's first line. */
  readonly mark?: ReactNode
  /** Small words above the title: id, kind, dates, a person. Each child stands apart. */
  readonly kick?: ReactNode
  /** States the finding where there is one. */
  readonly title: ReactNode
  /** What it comes to, in a sentence or two. */
  readonly stand?: ReactNode
  readonly actions?: ReactNode
  /** What stands beside the title in the margin. */
  readonly margin?: ReactNode
  /** `display` is for the one line a screen may shout. */
  readonly size?: 'title' | 'display' | undefined
  /** Facts, a filter sentence. */
  readonly children?: ReactNode
}

/** The first row of a page. */
export function PageHead(props: PageHeadProps): ReactNode {
  const { mark, kick, title, stand, actions, margin, size = 'title', children } = props
  return (
    <Row margin={margin === undefined ? undefined : <div className={styles.margin}>{margin}</div>}>
      <header className={styles.head} data-size={size}>
        <div className={styles.top}>
          <div className={styles.words}>
            {kick !== undefined && <p className={styles.kick}>{kick}</p>}
            <div className={styles.finding}>
              {mark !== undefined && <span className={styles.mark}>{mark}</span>}
              <h1 className={styles.title}>{title}</h1>
            </div>
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </div>
        {stand !== undefined && <p className={styles.stand}>{stand}</p>}
        {children}
      </header>
    </Row>
  )
}
