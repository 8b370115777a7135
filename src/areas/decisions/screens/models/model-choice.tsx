import { useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Disclosure } from '../../../../web/kit/disclosure.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { MarginList } from '../../../../web/kit/margin-list.tsx'
import { say } from '../../../../web/words/say.ts'
import { AddModel } from './add-model.tsx'
import styles from './models.module.css'

/** By which model ideas are ranked: RICE and those that are offered first, the rest behind a step. */
export function ModelChoice({
  current,
  page = 'ranking',
}: {
  /** The ref of the model, or null for RICE. */
  readonly current: string | null
  readonly page?: 'ranking' | 'matrix'
}): ReactNode {
  const site = useSite()
  const { to } = site
  const [isAdding, setAdding] = useState(false)
  const all = modelsIn(useHeld('scoring-model') ?? [])
  const hrefOf = (ref: string | null): string =>
    `${to(page)}${ref === null ? '' : `?model=${encodeURIComponent(ref)}`}`
  const item = (row: Row) => ({
    href: hrefOf(row.ref),
    label: String(row['title']),
    current: row.ref === current,
  })
  const first = all.slice(0, mostFirst)
  const rest = all.slice(mostFirst)
  return (
    <div className={styles.choice}>
      <MarginList
        title={say('Ranked by')}
        items={[
          { href: hrefOf(null), label: say('RICE'), current: current === null },
          ...first.map(item),
          ...rest.filter(({ ref }) => ref === current).map(item),
        ]}
      />
      <div className={styles.more}>
        {rest.length > 0 && (
          <Disclosure title={say('More models')} level={2}>
            <ul className={styles.links}>
              {rest.map((row) => (
                <li key={row.id}>
                  <Link href={hrefOf(row.ref)}>{String(row['title'])}</Link>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
        <ul className={styles.links}>
          {all.length > 0 && (
            <li>
              <Link href={to('models')}>{say('Models side by side')}</Link>
            </li>
          )}
          {page === 'ranking' && (
            <li>
              <Link href={hrefOfMatrix(to, current)}>{say('Matrix')}</Link>
            </li>
          )}
        </ul>
        {mayTry(site, 'add-model') && (
          <Button kind="quiet" onPress={() => setAdding(true)}>
            {say('Add a scoring model')}
          </Button>
        )}
      </div>
      {isAdding && <AddModel onClose={() => setAdding(false)} />}
    </div>
  )
}

const hrefOfMatrix = (
  to: (...parts: readonly string[]) => string,
  current: string | null,
): string => `${to('matrix')}${current === null ? '' : `?model=${encodeURIComponent(current)}`}`

/** Two beside RICE: three in all. */
const mostFirst = 2

/** Those offered first before the rest, each as they were made; RICE as a record is RICE. */
export const modelsIn = (rows: readonly Row[]): readonly Row[] =>
  rows
    .filter((row) => row['method'] !== 'rice')
    .toSorted(
      (one, other) =>
        Number(other['isOffered'] === true) - Number(one['isOffered'] === true) ||
        (one.id < other.id ? -1 : 1),
    )

/** The model that an address names, by its ref. */
export const modelNamed = (rows: readonly Row[] | undefined, name: unknown): Row | undefined =>
  typeof name === 'string'
    ? modelsIn(rows ?? []).find(({ ref, id }) => ref === name.toUpperCase() || id === name)
    : undefined
