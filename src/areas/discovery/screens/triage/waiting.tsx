import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Button } from 'react-aria-components/Button'
import type { RecordKind, Row } from '../../../../engine/record.ts'
import { cls } from '../../../../web/kit/cls.ts'
import { daySaid } from '../../../../web/kit/moment.ts'
import { say } from '../../../../web/words/say.ts'
import { nameOf } from './compose.tsx'
import styles from './waiting.module.css'

export interface WaitingProps {
  readonly kind: RecordKind
  readonly rows: readonly Row[]
  readonly left: string
  readonly currentId: string | undefined
  readonly whoOf: (row: Row) => string
  readonly onShow: (row: Row) => void
}

/** As many as stand in the margin around the one on screen. */
const shown = 12

/** The queue in the margin: what is on screen points at the line, and what comes next stands below. */
export function Waiting(props: WaitingProps): ReactNode {
  const { kind, rows, left, currentId, whoOf, onShow } = props
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === currentId),
  )
  const from = Math.max(0, Math.min(at - 3, rows.length - shown))
  return (
    <nav className={styles.queue} aria-label={say('What waits to be sorted')}>
      <p className={styles.head}>
        <b>{say('Waiting, {left}', { left })}</b>
        <span>{say('newest first')}</span>
      </p>
      <ol>
        {rows.slice(from, from + shown).map((row) => (
          <li key={row.id} className={cls(row.id === currentId && styles.current)}>
            <Button
              className={cls(styles.one)}
              {...(row.id === currentId ? { 'aria-current': 'true' as const } : {})}
              onPress={() => onShow(row)}
            >
              <Line kind={kind} row={row} who={whoOf(row)} />
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** Who, when, and the first words of it. */
export function Line({
  kind,
  row,
  who,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly who: string
}): ReactNode {
  return (
    <>
      <span className={styles.who} dir="auto">
        {who === '' ? row.ref : who}
      </span>
      <time className={styles.when} dir="ltr">
        {daySaid(String(row['occurredAt'] ?? row.createdAt))}
      </time>
      <span className={styles.said} dir="auto">
        {nameOf(kind, row)}
      </span>
    </>
  )
}

/** Keeps an element in sight when what is on screen changes. */
export function useInSight(id: string | undefined): RefObject<HTMLLIElement | null> {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  return place
}
