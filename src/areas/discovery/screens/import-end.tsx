import { useState, type ReactNode } from 'react'
import { write } from '../../../web/client/api.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useUndo } from '../../../web/derived/undo.ts'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { words } from '../words.ts'
import type { Import } from './import-shape.ts'
import styles from './import.module.css'

/** An import under way, in counts, and the way to stop it. */
export function Running({
  entry,
  onEntry,
}: {
  readonly entry: Import
  readonly onEntry: (entry: Import) => void
}): ReactNode {
  const cancel = async (): Promise<void> =>
    onEntry((await write<Import>('DELETE', `/imports/${entry.id}`)).body)
  return (
    <Section title={entry.state === 'checking' ? words.check : words.importTitle}>
      <Progress
        label={words.rowsRead}
        done={entry.done}
        total={entry.total ?? undefined}
        says="You can leave this page and come back to it."
      />
      <div className={styles.verbs}>
        <Buttons>
          <Button onPress={() => void cancel()}>{words.cancel}</Button>
        </Buttons>
      </div>
    </Section>
  )
}

/** What came of it, and the way to take all of it back. */
export function Done({
  entry,
  record,
}: {
  readonly entry: Import
  readonly record: string
}): ReactNode {
  const { to, catalogue } = useSite()
  const [state, setState] = useState<'kept' | 'undone'>('kept')
  const kind = catalogue.record(record)
  const undo = useUndo()
  const report = entry.report
  if (report === null) return null
  return (
    <Section title={state === 'undone' ? words.takenBack : words.done}>
      <div className={styles.step}>
        <Facts
          items={[
            { term: 'Rows in the file', value: report.rows.toLocaleString('en') },
            { term: 'New', value: report.created.toLocaleString('en') },
            { term: 'Changed', value: report.updated.toLocaleString('en') },
            { term: 'As they were', value: report.unchanged.toLocaleString('en') },
          ]}
        />
        <Buttons>
          <LinkButton kind="primary" href={to(kind.plural)}>
            {words.toList(kind.says.many)}
          </LinkButton>
          {report.seq > 0 && state === 'kept' && (
            <Button onPress={() => void undo({ seq: report.seq }).then(setState)}>
              {words.undoAll}
            </Button>
          )}
          <LinkButton href={to('import')}>{words.another}</LinkButton>
        </Buttons>
      </div>
    </Section>
  )
}

/** An archive is no file of rows: there is nothing to map. */
export function Archive({
  entry,
  onEntry,
}: {
  readonly entry: Import
  readonly onEntry: (entry: Import) => void
}): ReactNode {
  const [problem, setProblem] = useState<Error | null>(null)
  const run = async (): Promise<void> => {
    try {
      onEntry(
        (await write<Import>('POST', `/imports/${entry.id}/run`, { record: '*', map: {} })).body,
      )
    } catch (error) {
      setProblem(error as Error)
    }
  }
  return (
    <Section title={words.detected}>
      <div className={styles.step}>
        {(problem ?? entry.problem) !== null && (
          <ProblemNote says={problem?.message ?? entry.problem?.detail ?? ''} />
        )}
        <p>{words.archive}</p>
        <Buttons>
          <Button kind="primary" onPress={() => void run()}>
            {words.readArchive}
          </Button>
        </Buttons>
        <p className={styles.note}>{words.nothingWritten}</p>
      </div>
    </Section>
  )
}

/** The whole workspace is here; it is another one now, and so is the page around it. */
export function ArchiveDone({ entry }: { readonly entry: Import }): ReactNode {
  const { to } = useSite()
  return (
    <Section title={words.archiveDone}>
      <div className={styles.step}>
        <Facts
          items={[
            { term: words.archiveRows, value: (entry.report?.rows ?? 0).toLocaleString('en') },
          ]}
        />
        <Buttons>
          <LinkButton kind="primary" href={to()}>
            {words.toStart}
          </LinkButton>
        </Buttons>
      </div>
    </Section>
  )
}
