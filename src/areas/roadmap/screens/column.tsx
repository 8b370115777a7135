import type { ReactNode } from 'react'
import { cls } from '../../../web/kit/cls.ts'
import { useDrop } from '../../../web/kit/drag.ts'
import { say } from '../../../web/words/say.ts'
import type { Commitment, RoadmapEntry } from '../rules/roadmap-of.ts'
import type { Scale } from '../rules/span.ts'
import { Item } from './item.tsx'
import styles from './roadmap.module.css'
import type { Destination } from '../rules/moved.ts'
import type { Moves } from './use-move.ts'
import { columnSaid } from './column-said.ts'

/** One column of the page, or of a group on it. An item that is dropped here goes here. */
export function Column({
  to,
  entries,
  scale,
  head,
  label,
  moves,
  entryOf,
}: {
  readonly to: Destination
  readonly entries: readonly RoadmapEntry[]
  readonly scale: Scale | undefined
  /** Grouped, the columns have their names once, above all groups. */
  readonly head: ReactNode
  /** What the column is called for those who listen. */
  readonly label: string
  /** Undefined for whoever may not move an item. */
  readonly moves: Moves | undefined
  readonly entryOf: (id: string) => RoadmapEntry | undefined
}): ReactNode {
  const name = to.commitment
  const drop = useDrop('roadmap-item', (id) => {
    const entry = entryOf(id)
    if (entry !== undefined) moves?.move(entry, to)
  })
  return (
    <section
      className={cls(styles.column, name === 'later' && styles.later)}
      aria-label={label}
      {...drop}
    >
      {head}
      {entries.length === 0 && <p className={styles.empty}>{say('Nothing here.')}</p>}
      <ol>
        {entries.map((entry) => (
          <Item
            key={entry.id}
            entry={entry}
            scale={name === 'later' ? undefined : scale}
            moves={moves}
          />
        ))}
      </ol>
    </section>
  )
}

/** The name of a column with how sure it is, and the months that its items lie in. */
export function ColumnHead({
  name,
  count,
  scale,
}: {
  readonly name: Commitment
  readonly count: number
  readonly scale: Scale | undefined
}): ReactNode {
  return (
    <>
      <header className={styles.head}>
        <h2>{columnSaid(name)}</h2>
        <small>{sureness(name, count)}</small>
      </header>
      {name !== 'later' && scale !== undefined && (
        <p className={styles.months} aria-hidden="true">
          {scale.marks.map(({ month, at }) => (
            <span key={month} style={{ insetInlineStart: `${at * 100}%` }} data-at={endOf(at)}>
              {month}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

/** How sure its items are, and how many there are. */
function sureness(name: Commitment, count: number): string {
  switch (name) {
    case 'now':
      return say('committed, {count}', { count })
    case 'next':
      return say('order may change, {count}', { count })
    case 'later':
      return say('likely, no dates, {count}', { count })
  }
}

const endOf = (at: number): 'first' | 'last' | 'between' =>
  at < 0.1 ? 'first' : at > 0.9 ? 'last' : 'between'
