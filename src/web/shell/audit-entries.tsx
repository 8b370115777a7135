import { useState, type ReactNode } from 'react'
import type { Audited } from '../../engine/ports.ts'
import { everyField, isKept, standing, type RecordKind } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { capital } from '../derived/capital.ts'
import { fieldLabel, thing } from '../derived/field-words.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { Shown } from '../derived/shown.tsx'
import { useSite } from '../derived/site.ts'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Disclosure } from '../kit/disclosure.tsx'
import { Link } from '../kit/link.tsx'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { counted, number, say } from '../words/say.ts'
import styles from './audit.module.css'
import type { AuditAsked } from './audit-filter.tsx'
import { causeSaid, doneSaid } from './changes.tsx'

/** As the view answers. */
export interface AuditRead {
  readonly entries: readonly AuditEntry[]
  readonly before: number | null
}

interface AuditEntry {
  readonly seq: number
  readonly at: string
  readonly by: { readonly kind: string; readonly id: string; readonly name: string }
  readonly command: string
  readonly cause: string | null
  readonly count: number
  readonly hash: string
  readonly changes: readonly Audited[]
}

/** Commits, newest first; each opens to what it changed. */
export function AuditEntries({
  entries,
  onAsk,
}: {
  readonly entries: readonly AuditEntry[]
  readonly onAsk: (more: AuditAsked) => void
}): ReactNode {
  const site = useSite()
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const turn = (seq: number, isOpen: boolean): void => {
    const next = new Set(open)
    if (isOpen) next.add(seq)
    else next.delete(seq)
    setOpen(next)
  }
  return (
    <ol className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.seq}>
          <Disclosure
            level={2}
            open={open.has(entry.seq)}
            onOpenChange={(isOpen) => turn(entry.seq, isOpen)}
            title={
              <span className={styles.said}>
                <span className={styles.when}>
                  <When at={entry.at} />
                </span>
                <span>{entry.by.name}</span>
                <span className={styles.what}>
                  {doneSaid(site, entry.command)}
                  <On changes={entry.changes} count={entry.count} />
                  {entry.cause !== null && (
                    <Tone of="quiet"> ({causeSaid(site, entry.cause)})</Tone>
                  )}
                </span>
              </span>
            }
            detail={counted(entry.count, '# change', '# changes')}
          >
            {open.has(entry.seq) && <Opened entry={entry} onAsk={onAsk} />}
          </Disclosure>
        </li>
      ))}
    </ol>
  )
}

/** What it was done on, as far as one may see it. */
function On({
  changes,
  count,
}: {
  readonly changes: readonly Audited[]
  readonly count: number
}): ReactNode {
  const { catalogue } = useSite()
  const change = changes.find(({ record }) => record !== 'link') ?? changes[0]
  const kind = catalogue.records.find(({ name }) => name === change?.record)
  if (change === undefined || kind === undefined) return null
  if (count > 3) return <>: {counted(count, '# row', '# rows')}</>
  if (change.is === 'hidden')
    return <>: {say('{thing} that you may not see', { thing: thing(kind) })}</>
  if (change.ref === null) return <>: {capital(thing(kind))}</>
  return (
    <>
      : <Code>{change.ref}</Code> {change.title === change.ref ? '' : change.title}
    </>
  )
}

/** One commit, with everything that it changed. */
function Opened({
  entry,
  onAsk,
}: {
  readonly entry: AuditEntry
  readonly onAsk: (more: AuditAsked) => void
}): ReactNode {
  const isWhole = entry.changes.length === entry.count
  const { data, error } = useRead<AuditRead>(isWhole ? null : `/views/audit?seq=${entry.seq}`)
  const changes = isWhole ? entry.changes : (data?.entries[0]?.changes ?? [])
  return (
    <div className={styles.opened}>
      <p className={styles.facts}>
        <span>{say('Commit {seq}', { seq: number(entry.seq) })}</span>
        <Code>{entry.command}</Code>
        <Button
          kind="quiet"
          onPress={() => onAsk({ by: entry.by.kind === 'system' ? 'system' : entry.by.id })}
        >
          {say('Only {name}', { name: entry.by.name })}
        </Button>
        <Button kind="quiet" onPress={() => onAsk({ command: entry.command })}>
          {say('Only this command')}
        </Button>
      </p>
      {error !== undefined && data === undefined && (
        <ReadingProblem error={error} what={say('this commit')} />
      )}
      {!isWhole && data === undefined && error === undefined && <p>{say('Reading…')}</p>}
      {changes.map((change) => (
        <OneChange key={change.ordinal} change={change} />
      ))}
      {changes.length > 0 && changes.length < entry.count && (
        <p>
          {say('The first {some} of {all} changes stand here; a file has all of them.', {
            some: number(changes.length),
            all: number(entry.count),
          })}
        </p>
      )}
      <p className={styles.hash}>
        {say('Digest')} <Code>{entry.hash}</Code>
      </p>
    </div>
  )
}

/** What one row was before, and after. */
function OneChange({ change }: { readonly change: Audited }): ReactNode {
  const { catalogue, to } = useSite()
  const kind = catalogue.records.find(({ name }) => name === change.record)
  if (kind === undefined) return <p>{change.record}</p>
  const name = change.ref ?? capital(thing(kind))
  return (
    <section className={styles.change} aria-label={`${opSaid(change.op)}: ${name}`}>
      <p>
        {opSaid(change.op)}:{' '}
        {change.id === null || change.ref === null || change.op === 'discard' ? (
          name
        ) : (
          <Link href={to(kind.plural, change.ref)}>{name}</Link>
        )}{' '}
        {change.title === change.ref ? '' : change.title}
      </p>
      {change.is === 'hidden' && (
        <p>{say('You may not see this row; what changed is not told.')}</p>
      )}
      {change.is === 'erased' && <p>{say('What changed was erased from history.')}</p>}
      {change.is === 'shown' && <Sides kind={kind} change={change} />}
    </section>
  )
}

function Sides({
  kind,
  change: { before, after },
}: {
  readonly kind: RecordKind
  readonly change: Audited
}): ReactNode {
  const { catalogue } = useSite()
  const fields = everyField(kind)
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(
    (name) => fields[name] !== undefined && !isKept(kind, name) && !unsaid.has(name),
  )
  if (names.length === 0) return null
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('before')}</th>
          <th scope="col">{say('after')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const field = fields[name]
          if (field === undefined) return null
          const side = (of: typeof before): ReactNode => (
            <Shown field={field} value={of?.[name]} catalogue={catalogue} owner={kind.name} />
          )
          return (
            <tr key={name}>
              <th scope="row">
                {fieldLabel(field, Object.hasOwn(standing, name) ? undefined : kind.name)}
              </th>
              <td>{side(before)}</td>
              <td>{side(after)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Counted by the write path at every change. */
const unsaid: ReadonlySet<string> = new Set(['version', 'updatedAt'])

function opSaid(op: Audited['op']): string {
  switch (op) {
    case 'create':
      return say('Created')
    case 'update':
      return say('Changed')
    case 'remove':
      return say('To the trash')
    case 'restore':
      return say('Out of the trash')
    case 'discard':
      return say('Gone for good')
    case 'return':
      return say('Back again')
  }
}
