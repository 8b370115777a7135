import type { ReactNode } from 'react'
import type { Commit, Past } from '../../engine/change.ts'
import { titleOf, type RecordKind } from '../../engine/record.ts'
import { Link } from '../kit/link.tsx'
import { Mark } from '../kit/mark.tsx'
import type { StationName } from '../kit/stations.ts'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { changeSaid } from '../derived/change-said.ts'
import { Pointed } from '../derived/shown.tsx'
import { useSite, type Site } from '../derived/site.ts'
import { counted, inside, label, say } from '../words/say.ts'
import styles from './changes.module.css'

/** An entry of history, as the API tells it. */
export interface Entry {
  readonly commit: Commit
  readonly changes: readonly Past[]
}

/** What was done, newest first: when, by whom, in words, on what. */
export function Changes({
  entries,
  size = 'full',
}: {
  readonly entries: readonly Entry[]
  readonly size?: 'full' | 'brief'
}): ReactNode {
  const site = useSite()
  return (
    <ol className={size === 'brief' ? styles.brief : styles.full}>
      {entries.map(({ commit, changes }) => (
        <li key={commit.id} className={styles.entry}>
          <span className={styles.when}>
            <When at={commit.at} /> {commit.actor.name}
          </span>
          <span className={styles.what}>
            {doneSaid(site, commit.command)}
            <On changes={changes} count={commit.count} />
            {commit.cause !== null && <Tone of="quiet"> ({causeSaid(site, commit.cause)})</Tone>}
            <How changes={changes} count={commit.count} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The command in words; an import and an undo are no commands of the catalogue. */
export function doneSaid({ catalogue }: Pick<Site, 'catalogue'>, command: string): string {
  const declared = catalogue.command(command)
  if (declared !== undefined) return label(declared.says)
  if (command === 'undo') return say('Undo')
  if (command === 'import-archive') return say('Import archive')
  if (command === 'purge-trash') return say('Take rows out of the trash for good')
  if (command === 'clear-for-purge') return say('Move what hangs on purged rows to the trash')
  if (command === 'add-sample') return say('Add sample')
  if (command === 'remove-sample') return say('Remove sample')
  const imported = catalogue.records.find(({ name }) => command === `import-${name}`)
  if (imported !== undefined)
    return say('Import {what}', { what: inside(imported.says.one, imported.name) })
  const words = command.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Why it was done. What an undo took back is a commit and its command; everything else somebody wrote. */
export function causeSaid(site: Pick<Site, 'catalogue'>, cause: string): string {
  const [, seq, command] = /^of commit (\d+) \((.+)\)$/.exec(cause) ?? []
  return seq === undefined || command === undefined
    ? cause
    : say('of {seq}: {command}', { seq, command: doneSaid(site, command) })
}

/** The row it was done on, by its name, where it was one that has a page. */
function On({
  changes,
  count,
}: {
  readonly changes: readonly Past[]
  readonly count: number
}): ReactNode {
  const { catalogue, to } = useSite()
  const change = changes.find(({ record }) => record !== 'link') ?? changes[0]
  const kind = catalogue.records.find(({ name }) => name === change?.record)
  if (change === undefined || kind === undefined) return null
  if (count > 3) return <>: {counted(count, '# row', '# rows')}</>
  if (kind.name === 'link') return <Tie change={change} />
  const mark =
    kind.station === undefined ? null : <Mark station={kind.station as StationName} size={12} />
  return (
    <>
      : {mark} {named(kind, change, to) ?? <Pointed to={kind.name} id={change.id} />}
    </>
  )
}

/** What was made of the row that is named; of many it is enough that they are many. */
function How({
  changes,
  count,
}: {
  readonly changes: readonly Past[]
  readonly count: number
}): ReactNode {
  const { catalogue } = useSite()
  const change = changes.find(({ record }) => record !== 'link')
  const kind = catalogue.records.find(({ name }) => name === change?.record)
  if (change === undefined || kind === undefined || count > 3) return null
  const said = changeSaid(kind, change, {})
  return said === '' ? null : <small className={styles.how}>{said}</small>
}

/** A link by its two ends and the words between them. */
function Tie({ change }: { readonly change: Past }): ReactNode {
  const { catalogue } = useSite()
  const link = change.after ?? change.before
  const [fromKind, toKind] = [link?.['fromKind'], link?.['toKind']].map(String)
  if (link === null || fromKind === undefined || toKind === undefined) return null
  if (!catalogue.records.some(({ name }) => name === fromKind)) return null
  const declared = catalogue.relation(fromKind, String(link['relation']), toKind)
  return (
    <>
      : <Pointed to={fromKind} id={String(link['fromId'])} />{' '}
      {label(declared?.says.forth ?? String(link['relation']))}{' '}
      <Pointed to={toKind} id={String(link['toId'])} />
    </>
  )
}

/** What a created or removed row was called stands in the change itself. */
function named(kind: RecordKind, { op, id, after, before }: Past, to: Site['to']): ReactNode {
  const row = after ?? before
  const title = row === null || op === 'update' ? '' : titleOf(kind, row)
  if (title === '') return undefined
  const words = title.length > 90 ? `${title.slice(0, 90)}…` : title
  return op === 'create' || op === 'restore' || op === 'return' ? (
    <Link href={to(kind.plural, id)}>{words}</Link>
  ) : (
    words
  )
}
