import type { ReactNode } from 'react'
import type { Commit, Past } from '../../engine/change.ts'
import type { Fields } from '../../engine/field.ts'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Section } from '../kit/section.tsx'
import { When } from '../kit/when.tsx'
import { changeSaid } from './change-said.ts'
import styles from './derived.module.css'
import { capital } from './list.tsx'
import { useSite } from './site.ts'

interface Entry {
  readonly commit: Commit
  readonly changes: readonly Past[]
}

/** What happened to a row, newest first: when, who, which verb, and what it changed. */
export function RowHistory({ row, own }: { readonly row: Row; readonly own: Fields }): ReactNode {
  const { catalogue } = useSite()
  const { data } = useRead<{ readonly data: readonly Entry[] }>(`/history?id=${row.id}&limit=20`)
  const entries = data?.data ?? []
  return (
    <Section title="History" note={entries.length === 20 ? 'the last 20 changes' : undefined}>
      <ol className={styles.past}>
        {entries.map(({ commit, changes }) => (
          <li key={commit.id}>
            <span className={styles.when}>
              <When at={commit.at} /> {commit.actor.name}
            </span>
            <span>
              {catalogue.command(commit.command)?.says ??
                capital(commit.command.replaceAll('-', ' '))}
              {commit.cause !== null && ` (${commit.cause})`}
              {changes.map((change) => (
                <small key={change.ordinal}>
                  {changeSaid(catalogue.record(change.record), change, own)}
                </small>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}
