import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { counted, say } from '../../../web/words/say.ts'
import type { Everybody } from '../rules/seers.ts'
import styles from './sharing.module.css'

/** So many are named; the others are counted. */
const mostNamed = 6

/** Who sees a row, in a sentence, and by name where it is not everybody. */
export function Seers({
  row,
  seers,
  everybody,
}: {
  readonly row: Readonly<Record<string, unknown>>
  readonly seers: readonly Row[] | undefined
  readonly everybody: Everybody | undefined
}): ReactNode {
  const isAll =
    row['draft'] !== true &&
    !['teams', 'people'].includes(String(row['visibility'])) &&
    seers?.length === everybody?.members.length
  const others = (seers?.length ?? 0) - mostNamed
  return (
    <div className={styles.seers}>
      <p>
        {row['draft'] === true
          ? say('It is a draft: whoever made it, and nobody else.')
          : rule(row)}
      </p>
      {seers !== undefined && !isAll && (
        <p className={styles.names} dir="auto">
          {seers
            .slice(0, mostNamed)
            .map((one) => String(one['name']))
            .join(', ')}
          {others > 0 && ` ${counted(others, 'and # more', 'and # more')}`}
          {seers.length === 0 && say('None of the people who are here.')}
        </p>
      )}
    </div>
  )
}

function rule(row: Readonly<Record<string, unknown>>): string {
  const isIn = typeof row['productId'] === 'string'
  switch (row['visibility']) {
    case 'teams':
      return isIn
        ? say('The teams it is shared with, as far as they may see its product.')
        : say('The teams it is shared with.')
    case 'people':
      return isIn
        ? say('The people it is shared with, as far as they may see its product.')
        : say('The people it is shared with.')
    default:
      return isIn
        ? say('Everybody in the workspace who may see its product.')
        : say('Everybody in the workspace.')
  }
}
