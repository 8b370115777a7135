import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Empty } from '../../../../web/kit/empty.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import styles from './models.module.css'

/** Where no idea has a place yet. */
export function NothingToPlace(): ReactNode {
  return (
    <Empty title={say('No idea has a place in this picture yet.')}>
      {say('An idea gets its place here once it is rated by both criteria.')}
    </Empty>
  )
}

/** What each of these ideas is called, by its id. */
export function titlesOf(ideas: readonly Row[]): (id: string) => string {
  const known = byId(ideas)
  return (id) => String(known.get(id)?.['title'] ?? '')
}

const byId = (ideas: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(ideas.map((idea) => [idea.id, idea] as const))

/** The ideas by their numbers in a picture, with what is said of each. */
export function Numbered({
  ideas,
  items,
  leftOut,
}: {
  readonly ideas: readonly Row[]
  readonly items: readonly { readonly id: string; readonly says: string }[]
  /** Ideas that have no place in it. */
  readonly leftOut: number
}): ReactNode {
  const { to } = useSite()
  const known = byId(ideas)
  const titleOf = titlesOf(ideas)
  return (
    <>
      <ol className={styles.numbered}>
        {items.map(({ id, says }, at) => (
          <li key={id}>
            {at + 1} <Link href={to('ideas', known.get(id)?.ref ?? id)}>{titleOf(id)}</Link>{' '}
            <span className={styles.note}>{says}</span>
          </li>
        ))}
      </ol>
      {leftOut > 0 && (
        <p className={styles.note}>
          {counted(
            leftOut,
            '# idea lacks a number and has no place here.',
            '# ideas lack a number and have no place here.',
          )}
        </p>
      )}
    </>
  )
}
