import { memo, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Fields } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { cls } from '../kit/cls.ts'
import { Code } from '../kit/code.tsx'
import { VerbMenu } from '../kit/menu.tsx'
import { MiniLine } from '../kit/mini-line.tsx'
import { say } from '../words/say.ts'
import type { Lane } from './board-lanes.ts'
import styles from './board.module.css'
import { fieldLabel } from './field-words.ts'
import { valueIn } from './own-fields.ts'
import { Shown } from './shown.tsx'
import { useSite } from './site.ts'

/** A column as a card names it. */
export type Place = Pick<Lane, 'id' | 'inside'>

/** What stands on a card. The focus goes from card to card without drawing it again. */
export const CardFace = memo(function CardFace({
  kind,
  row,
  at,
  places,
  facts,
  fields,
  onMove,
}: {
  readonly kind: RecordKind
  readonly row: Row
  /** The column it stands in. */
  readonly at: string
  readonly places: readonly Place[]
  readonly facts: readonly string[]
  readonly fields: Fields
  readonly onMove: ((row: Row, to: string) => void) | undefined
}): ReactNode {
  const { catalogue } = useSite()
  return (
    <>
      <div className={styles.line}>
        {kind.station !== undefined && <MiniLine mask={row.stations} />}
        <Code>{row.ref}</Code>
        {onMove !== undefined && (
          <div className={styles.verbs} data-screen-only="">
            <AriaButton slot="drag" className={cls(styles.drag)}>
              <svg viewBox="0 0 12 12" width={12} height={12} aria-hidden="true">
                <path d="M4 2v.01M8 2v.01M4 6v.01M8 6v.01M4 10v.01M8 10v.01" />
              </svg>
            </AriaButton>
            <VerbMenu
              says={say('Move')}
              label={say('Move “{title}”', { title: brief(titleOf(kind, row)) })}
              verbs={places.map(({ id, inside }) => ({
                id,
                says: say('To {column}', { column: inside }),
                disabled: id === at,
              }))}
              onVerb={(id) => onMove(row, id)}
            />
          </div>
        )}
      </div>
      <p className={styles.title}>{brief(titleOf(kind, row))}</p>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.flatMap((name) => {
            const field = fields[name]
            const value = valueIn(row, name)
            return field === undefined || value === null
              ? []
              : [
                  <div key={name}>
                    <dt>{fieldLabel(field, kind.name)}</dt>
                    <dd>
                      <Shown field={field} value={value} catalogue={catalogue} owner={kind.name} />
                    </dd>
                  </div>,
                ]
          })}
        </dl>
      )}
    </>
  )
})

/** A title that fits on a card. */
export const brief = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 120 ? `${line.slice(0, 120)}…` : line
}
