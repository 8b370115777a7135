import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { RecordKind, Row } from '../../../../engine/record.ts'
import { BulkBar } from '../../../../web/kit/bulk-bar.tsx'
import { Button } from '../../../../web/kit/button.tsx'
import { CheckBox } from '../../../../web/kit/check-box.tsx'
import { cls } from '../../../../web/kit/cls.ts'
import { counted, say } from '../../../../web/words/say.ts'
import styles from './list-of-waiting.module.css'
import { Line, useInSight } from './waiting.tsx'

/** Everything that waits, one under the other; the one in hand is open in its place. */
export function ListOfWaiting(props: {
  readonly kind: RecordKind
  readonly rows: readonly Row[]
  readonly currentId: string
  readonly whoOf: (row: Row) => string
  readonly selected: ReadonlySet<string>
  readonly onShow: (row: Row) => void
  readonly onSelect: (id: string) => void
  readonly onClear: () => void
  readonly onMore: (() => void) | undefined
  /** The one in hand. */
  readonly children: ReactNode
}): ReactNode {
  const { kind, rows, currentId, whoOf, selected, onShow, onSelect, onClear, onMore } = props
  const place = useInSight(currentId)
  return (
    <>
      <ol className={styles.list} aria-label={say('What waits to be sorted')}>
        {rows.map((row) => {
          const isCurrent = row.id === currentId
          return (
            <li
              key={row.id}
              ref={isCurrent ? place : undefined}
              className={cls(styles.one, isCurrent && styles.current)}
            >
              <div className={styles.line}>
                <CheckBox
                  label={say('Select {name}', { name: row.ref })}
                  labelled="hidden"
                  checked={selected.has(row.id)}
                  onChange={() => onSelect(row.id)}
                />
                <AriaButton
                  className={cls(styles.open)}
                  aria-expanded={isCurrent}
                  onPress={() => onShow(row)}
                >
                  <Line kind={kind} row={row} who={whoOf(row)} />
                </AriaButton>
              </div>
              {isCurrent && <div className={styles.body}>{props.children}</div>}
            </li>
          )
        })}
      </ol>
      {onMore !== undefined && <Button onPress={onMore}>{say('Read more of it')}</Button>}
      {selected.size > 0 && (
        <BulkBar
          says={counted(selected.size, '# selected', '# selected')}
          detail={say('A kind or the archive takes all of them.')}
        >
          <Button kind="quiet" onPress={onClear}>
            {say('Clear|selection')}
          </Button>
        </BulkBar>
      )}
    </>
  )
}
