import { useEffect, useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../client/cache.ts'
import { useSite, type Site } from '../../derived/site.ts'
import { Button, LinkButton } from '../../kit/button.tsx'
import type { Entry } from '../changes.tsx'
import { chores, choresIn, isWhyOfItem, type Chore } from './chores.ts'
import { begun, keepPractice, usePractice, type Practice as Kept } from './keep.ts'
import styles from './practice.module.css'
import { choreSaid } from './chore-said.ts'
import { say } from '../../words/say.ts'

/**
 * Five chores on the sample company in place of a tour. Each opens the page where it is done, and is
 * ticked when history shows that it was. It stands in the page and not over it, can be left for good,
 * and goes when the sample company does.
 */
export function Practice({ pathname }: { readonly pathname: string }): ReactNode {
  const { slug, me, to } = useSite()
  const products = useRead<{ readonly data: readonly Row[] }>('/products?limit=200')
  const isThere = products.data?.data.some((row) => row['name'] === sampleProduct) === true
  const kept = usePractice(slug)
  const may = me.role !== 'viewer' && me.role !== 'contributor'
  if (!isThere || !may || kept?.state === 'over') return null
  const isHome = pathname.replace(/\/$/, '') === to()
  return (
    <Chores
      key={isHome ? 'home' : 'elsewhere'}
      kept={kept ?? begun(0)}
      pathname={pathname}
      startsWith={isHome ? 'all' : 'next'}
    />
  )
}

const sampleProduct = 'Merrow (sample)'

function Chores({
  kept,
  pathname,
  startsWith,
}: {
  readonly kept: Kept
  readonly pathname: string
  /** Home has room for all five; a page of work shows the next alone, until asked. */
  readonly startsWith: 'all' | 'next'
}): ReactNode {
  const { slug, me } = useSite()
  const [shows, setShows] = useState(startsWith)
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
  const shown = shows === 'all' ? chores : chores.filter((chore) => chore === next)
  return (
    <div className={styles.band}>
      <section className={styles.practice} aria-label={say('Practice')}>
        <header className={styles.head}>
          <p className={styles.title}>
            {say('Practice')}
            <span className={styles.count} role="status">
              {say('{done} of {all} done', { done: done.length, all: chores.length })}
            </span>
          </p>
          {next !== undefined && (
            <Button
              kind="quiet"
              expanded={shows === 'all'}
              onPress={() => setShows(shows === 'all' ? 'next' : 'all')}
            >
              {shows === 'all' ? say('Show one') : say('Show all')}
            </Button>
          )}
          <Button
            kind="quiet"
            label={next === undefined ? say('Close the practice') : say('Stop practising')}
            onPress={() => keepPractice(slug, { ...kept, done, state: 'over' })}
          >
            {next === undefined ? say('Close') : say('Stop')}
          </Button>
        </header>
        {next === undefined ? (
          <p className={styles.end}>
            {say('All five done. That is the work of a week; the rest is your own.')}
          </p>
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
    </div>
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
  const { title, says, verb } = choreSaid(chore)
  const href = usePage(chore, site)
  return (
    <li className={styles.item} data-state={state}>
      <span
        className={styles.tick}
        role="img"
        aria-label={state === 'done' ? say('done') : say('to do')}
      >
        {state === 'done' ? '✓' : ''}
      </span>
      <div className={styles.text}>
        <p className={styles.name}>{title}</p>
        {state === 'open' && <p className={styles.says}>{says}</p>}
      </div>
      {state === 'open' && (
        <LinkButton
          kind={isNext ? 'plain' : 'quiet'}
          href={href}
          label={say('{verb}: {title}', { verb, title })}
        >
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
