import { useMemo, type ReactNode } from 'react'
import { titleOf, type Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { useSite } from '../../../web/derived/site.ts'
import { counted, say } from '../../../web/words/say.ts'
import { groupItems, type Group, type Grouping } from '../rules/group-items.ts'
import { commitments, type Columns, type Commitment } from '../rules/roadmap-of.ts'
import type { Scale } from '../rules/span.ts'
import { Column, ColumnHead } from './column.tsx'
import { columnSaid } from './column-said.ts'
import styles from './roadmap.module.css'
import type { Destination } from '../rules/moved.ts'
import type { Moves } from './use-move.ts'

/** The three columns of the page, or those of each group under one head. */
export function Spread({
  columns,
  by,
  scale,
  moves,
}: {
  readonly columns: Columns
  /** As it stands, or by one of the groupings. */
  readonly by: Grouping | undefined
  readonly scale: Scale | undefined
  readonly moves: Moves | undefined
}): ReactNode {
  const entryOf = (id: string) =>
    commitments.flatMap((name) => columns[name]).find((entry) => entry.id === id)
  const head = (name: Commitment): ReactNode => (
    <ColumnHead name={name} count={columns[name].length} scale={scale} />
  )
  if (by === undefined)
    return (
      <div className={styles.columns}>
        {commitments.map((name) => (
          <Column
            key={name}
            to={{ commitment: name }}
            entries={columns[name]}
            head={head(name)}
            label={columnSaid(name)}
            {...{ scale, moves, entryOf }}
          />
        ))}
      </div>
    )
  return (
    <>
      <div className={styles.columns} data-heads="">
        {commitments.map((name) => (
          <div key={name} className={styles.column}>
            {head(name)}
          </div>
        ))}
      </div>
      <Groups {...{ columns, by, scale, moves, entryOf }} />
    </>
  )
}

function Groups({
  columns,
  by,
  ...column
}: {
  readonly columns: Columns
  readonly by: Grouping
} & Omit<Parameters<typeof Column>[0], 'to' | 'entries' | 'head' | 'label'>): ReactNode {
  const site = useSite()
  const rows = useHeld(by)
  const kind = site.catalogue.record(by)
  const named = useMemo(
    () =>
      (rows ?? []).toSorted((left, right) =>
        titleOf(kind, left).localeCompare(titleOf(kind, right)),
      ),
    [rows, kind],
  )
  const groups = useMemo(
    () =>
      groupItems(
        columns,
        by,
        named.map(({ id }) => id),
      ),
    [columns, by, named],
  )
  return groups.map((group) => (
    <section key={group.id ?? 'none'} className={styles.group} aria-label={nameOf(group)}>
      <header className={styles.groupHead}>
        <h2>{nameOf(group)}</h2>
        <small>{counted(countOf(group), '# item', '# items')}</small>
      </header>
      <div className={styles.columns}>
        {commitments.map((name) => (
          <Column
            key={name}
            to={destinationOf(name, by, group)}
            entries={group.columns[name]}
            head={<h3 className={styles.inGroup}>{columnSaid(name)}</h3>}
            label={`${columnSaid(name)}, ${nameOf(group)}`}
            {...column}
          />
        ))}
      </div>
    </section>
  ))

  function nameOf({ id }: Group): string {
    const row = named.find((one: Row) => one.id === id)
    return row === undefined ? withoutSaid(by) : titleOf(kind, row)
  }
}

function withoutSaid(by: Grouping): string {
  switch (by) {
    case 'team':
      return say('Without a team')
    case 'objective':
      return say('Without an objective')
    case 'product':
      return say('For the whole workspace')
  }
}

/** Distinct items of a group: none stands in two of its columns. */
const countOf = ({ columns }: Group): number =>
  commitments.reduce((sum, name) => sum + columns[name].length, 0)

/** A drop on a team or a product hands the item over; what an objective is served by is no drop's to say. */
function destinationOf(commitment: Commitment, by: Grouping, { id }: Group): Destination {
  if (by === 'team') return { commitment, teamId: id }
  if (by === 'product') return { commitment, productId: id }
  return { commitment }
}
