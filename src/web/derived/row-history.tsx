import type { ReactNode } from 'react'
import type { Catalogue } from '../../engine/catalogue.ts'
import type { Commit, Past } from '../../engine/change.ts'
import type { Fields } from '../../engine/field.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Button } from '../kit/button.tsx'
import { Section } from '../kit/section.tsx'
import { When } from '../kit/when.tsx'
import { counted, label, say } from '../words/say.ts'
import { asItStood } from './as-it-stood.ts'
import { changeSaid } from './change-said.ts'
import styles from './derived.module.css'
import { capital } from './capital.ts'
import { mayDoTo } from './may.ts'
import { useSite } from './site.ts'
import { useAct } from './undo.ts'

interface Entry {
  readonly commit: Commit
  readonly changes: readonly Past[]
}

/**
 * What happened to a row, newest first: when, who, which verb, what it changed, and the way back to what
 * the row was then.
 */
export function RowHistory({
  kind,
  row,
  own,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly own: Fields
}): ReactNode {
  const site = useSite()
  const { catalogue } = site
  const mayChange = mayDoTo(site, 'update', kind, row)
  const { data } = useRead<{ readonly data: readonly Entry[] }>(`/history?id=${row.id}&limit=20`)
  const entries = data?.data ?? []
  const past = entries.map(({ changes }) => changes.filter(({ id }) => id === row.id))
  // a row that is newer than its history here would be put back by half
  const isWhole = past[0]?.at(-1)?.after?.['version'] === row.version
  return (
    <Section
      title={say('History')}
      note={entries.length === 20 ? say('the last {count} changes', { count: 20 }) : undefined}
    >
      <ol className={styles.past}>
        {entries.map(({ commit, changes }, at) => (
          <li key={commit.id}>
            <span className={styles.when}>
              <When at={commit.at} /> {commit.actor.name}
            </span>
            <span>
              {commandSaid(catalogue, commit.command)}
              {commit.cause !== null && ` (${commit.cause})`}
              {changes.map((change) => (
                <small key={change.ordinal}>
                  {changeSaid(catalogue.record(change.record), change, own)}
                </small>
              ))}
            </span>
            {mayChange && isWhole && (
              <PutBack
                row={row}
                kind={kind}
                patch={asItStood(kind, row, past.slice(0, at).flatMap(newestFirst))}
                changes={at}
              />
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const newestFirst = (changes: readonly Past[]): readonly Past[] => changes.toReversed()

/** The verb that makes the row again what it was so many changes ago; absent where it is that already. */
function PutBack({
  kind,
  row,
  patch,
  changes,
}: {
  readonly kind: RecordKind
  readonly row: Row
  readonly patch: Readonly<Record<string, unknown>>
  readonly changes: number
}): ReactNode {
  const act = useAct()
  if (Object.keys(patch).length === 0) return null
  const put = async (): Promise<void> => {
    await act(say('Put back: {ref}', { ref: row.ref }), 'PATCH', `/${kind.plural}/${row.id}`, patch)
    // the verb goes once the row is as it was
    document.getElementById('page')?.focus({ preventScroll: true })
  }
  return (
    <span data-screen-only="">
      <Button
        kind="quiet"
        label={counted(
          changes,
          'Put back as it was # change ago',
          'Put back as it was # changes ago',
        )}
        onPress={() => void put()}
      >
        {say('Put back as it was')}
      </Button>
    </span>
  )
}

/** What was done in its words; a verb that is no longer there by its name. */
function commandSaid(catalogue: Catalogue, name: string): string {
  const command = catalogue.command(name)
  return command === undefined ? capital(name.replaceAll('-', ' ')) : label(command.says)
}
