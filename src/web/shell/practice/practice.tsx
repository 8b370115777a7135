import { useEffect, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../client/cache.ts'
import { useSite, type Site } from '../../derived/site.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import type { Entry } from '../changes.tsx'
import { chores, choresIn, isWhyOfItem, type Chore } from './chores.ts'
import { begun, keepPractice, usePractice, type Practice as Kept } from './keep.ts'
import styles from './practice.module.css'
import { words } from './words.ts'

/**
 * Five chores on the sample company in place of a tour. Each opens the page where it is done, and is
 * ticked when history shows that it was. It stands in the page and not over it, can be left for good,
 * and goes when the sample company does.
 */
export function Practice({ pathname }: { readonly pathname: string }): ReactNode {
  const { slug, me } = useSite()
  const products = useRead<{ readonly data: readonly Row[] }>('/products?limit=200')
  const isThere = products.data?.data.some((row) => row['name'] === sampleProduct) === true
  const kept = usePractice(slug)
  const may = me.role !== 'viewer' && me.role !== 'contributor'
  if (!isThere || !may || kept?.state === 'over') return null
  return <Chores kept={kept ?? begun(0)} pathname={pathname} />
}

const sampleProduct = 'Merrow (sample)'

function Chores({ kept, pathname }: { readonly kept: Kept; readonly pathname: string }): ReactNode {
  const site = useSite()
  const { slug, me } = site
  const history = useRead<{ readonly data: readonly Entry[] }>('/history?limit=100')
  const told = choresIn(history.data?.data ?? [], me.id, kept.since)
  const isWhy = isWhyOfItem(pathname)
  const done = chores.filter(
    (chore) => kept.done.includes(chore) || told.has(chore) || (chore === 'why' && isWhy),
  )
  // What was done once stays done, however long history grows after it.
  useEffect(() => {
    if (done.length > kept.done.length) keepPractice(slug, { ...kept, done })
  })
  const next = chores.find((chore) => !done.includes(chore))
  const shown = kept.shows === 'all' ? chores : chores.filter((chore) => chore === next)
  const change = (patch: Partial<Kept>): void => keepPractice(slug, { ...kept, done, ...patch })
  return (
    <section className={styles.practice} aria-label={words.practice}>
      <header className={styles.head}>
        <p className={styles.title}>
          {words.practice}
          <span className={styles.count} role="status">
            {words.done(done.length, chores.length)}
          </span>
        </p>
        {next !== undefined && (
          <Button
            kind="quiet"
            expanded={kept.shows === 'all'}
            onPress={() => change({ shows: kept.shows === 'all' ? 'next' : 'all' })}
          >
            {kept.shows === 'all' ? words.showOne : words.showAll}
          </Button>
        )}
        <Button kind="quiet" onPress={() => change({ state: 'over' })}>
          {next === undefined ? words.close : words.stop}
        </Button>
      </header>
      {next === undefined ? (
        <p className={styles.end}>{words.finished}</p>
      ) : (
        <ol className={styles.list}>
          {shown.map((chore) => (
            <Item
              key={chore}
              chore={chore}
              state={done.includes(chore) ? 'done' : 'open'}
              isNext={chore === next}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function Item({
  chore,
  state,
  isNext,
}: {
  readonly chore: Chore
  readonly state: 'done' | 'open'
  readonly isNext: boolean
}): ReactNode {
  const site = useSite()
  const { title, says, verb } = words.chores[chore]
  const href = usePage(chore, site)
  return (
    <li className={styles.item} data-state={state}>
      <span
        className={styles.tick}
        role="img"
        aria-label={state === 'done' ? words.isDone : words.isOpen}
      >
        {state === 'done' ? '✓' : ''}
      </span>
      <div className={styles.text}>
        <p className={styles.name}>{title}</p>
        {state === 'open' && <p className={styles.says}>{says}</p>}
      </div>
      {state === 'open' && (
        <LinkButton kind={isNext ? 'plain' : 'quiet'} href={href} label={`${verb}: ${title}`}>
          {verb}
        </LinkButton>
      )}
    </li>
  )
}

/** Where a chore is done. */
function usePage(chore: Chore, { to }: Site): string {
  const waiting = useRead<{ readonly data: readonly Row[] }>(
    chore === 'quote' ? '/feedback?filter[state]=unprocessed&limit=1' : null,
  )
  switch (chore) {
    case 'sort':
      return to('triage')
    case 'quote': {
      const row = waiting.data?.data[0]
      return row === undefined ? to('feedback') : to('feedback', row.ref)
    }
    case 'why':
    case 'move':
      return to('roadmap')
    case 'decide':
      return to('decisions', 'new')
  }
}
