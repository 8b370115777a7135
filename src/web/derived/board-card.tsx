import { memo, type ReactNode } from 'react'
import type { Fields } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { Code } from '../kit/code.tsx'
import { lift } from '../kit/drag.ts'
import { Link } from '../kit/link.tsx'
import { VerbMenu } from '../kit/menu.tsx'
import { MiniLine } from '../kit/mini-line.tsx'
import { say } from '../words/say.ts'
import type { Lane } from './board-lanes.ts'
import { brief } from './brief.ts'
import styles from './board.module.css'
import { fieldLabel } from './field-words.ts'
import { valueIn } from './own-fields.ts'
import { Shown } from './shown.tsx'
import { useSite } from './site.ts'

/** So much of a title fits on a card. */
export const onACard = 120

/** A column as a card names it. */
export type Place = Pick<Lane, 'id' | 'inside'>

/** A row as a card. Its title is the link that opens it, and takes the press anywhere on the card. */
export const Card = memo(function Card({
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
  const { catalogue, to } = useSite()
  const title = brief(titleOf(kind, row), onACard)
  return (
    <li
      className={styles.card}
      data-card={row.id}
      draggable={onMove !== undefined}
      onDragStart={(event) => lift(event, kind.name, row.id, `${row.ref} ${title}`)}
    >
      <div className={styles.line}>
        {kind.station !== undefined && <MiniLine mask={row.stations} />}
        <Code>{row.ref}</Code>
        {onMove !== undefined && (
          <div className={styles.verbs} data-screen-only="">
            <VerbMenu
              says={say('Move')}
              label={say('Move “{title}”', { title })}
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
      <h3 className={styles.title} dir="auto">
        <Link kind="plain" href={to(kind.plural, row.ref)}>
          {title}
        </Link>
      </h3>
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
    </li>
  )
})
