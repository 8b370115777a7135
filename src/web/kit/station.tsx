import type { ReactNode } from 'react'
import { label } from '../words/say.ts'
import { cls } from './cls.ts'
import { Mark } from './mark.tsx'
import type { MarkState } from './mark-shapes.ts'
import { Row } from './sheet.tsx'
import type { StationName } from './stations.ts'
import styles from './station.module.css'

export interface StationProps {
  readonly station: StationName
  readonly state?: MarkState | undefined
  /** Beside the station's word: id, who, when. Each child stands apart. */
  readonly kick?: ReactNode
  readonly title?: ReactNode
  /** Contradiction and dissent: one or more Against, hung on the other side of the line. */
  readonly against?: ReactNode
  /** How the line reaches this mark: `dotted` for what has not happened; `last` also stops there. */
  readonly line?: 'solid' | 'dotted' | 'last' | undefined
  readonly children?: ReactNode
}

/** One record on the line: its mark, its word, what it says, and what speaks against it. */
export function Station(props: StationProps): ReactNode {
  const { station, state = 'done', kick, title, against, line = 'solid', children } = props
  return (
    <Row
      as="section"
      margin={against}
      mark={
        <div className={styles.mark} data-line={line}>
          <Mark station={station} size={24} state={state} />
        </div>
      }
    >
      <div className={styles.station}>
        <p className={styles.kick}>
          <b className={cls(styles.word, styles[station])}>{label(station)}</b>
          {kick}
        </p>
        {title !== undefined && <h2 className={styles.title}>{title}</h2>}
        {children}
      </div>
    </Row>
  )
}
