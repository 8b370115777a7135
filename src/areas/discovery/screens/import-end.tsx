import { useEffect, useState, type ReactNode } from 'react'
import { write } from '../../../web/client/api.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useUndo } from '../../../web/derived/undo.ts'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { inside, label, number, say } from '../../../web/words/say.ts'
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
    <Section title={entry.state === 'checking' ? say('Check every row') : say('Bring in a file')}>
      <Progress
        label={say('rows read')}
        done={entry.done}
        total={entry.total ?? undefined}
        says={say('You can leave this page and come back to it.')}
      />
      <div className={styles.verbs}>
        <Buttons>
          <Button onPress={() => void cancel()}>{say('Cancel')}</Button>
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
  useEffect(() => {
    // the verb goes with what it took back, and the focus would go with the verb
    if (state === 'undone') document.getElementById('page')?.focus()
  }, [state])
  const report = entry.report
  if (report === null) return null
  return (
    <Section title={state === 'undone' ? say('All of it was taken back') : say('It is in')}>
      <div className={styles.step}>
        <Facts
          items={[
            { term: say('Rows in the file'), value: number(report.rows) },
            { term: say('New'), value: number(report.created) },
            { term: label('Changed'), value: number(report.updated) },
            { term: say('As they were'), value: number(report.unchanged) },
          ]}
        />
        <Buttons>
          <LinkButton kind="primary" href={to(kind.plural)}>
            {say('To the {many}', { many: inside(kind.says.many, kind.name) })}
          </LinkButton>
          {report.seq > 0 && state === 'kept' && (
            <Button onPress={() => void undo({ seq: report.seq }).then(setState)}>
              {say('Undo all of it')}
            </Button>
          )}
          <LinkButton href={to('import')}>{say('Bring in another file')}</LinkButton>
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
    <Section title={say('What the file is')}>
      <div className={styles.step}>
        {(problem ?? entry.problem) !== null && (
          <ProblemNote says={problem?.message ?? entry.problem?.detail ?? ''} />
        )}
        <p>
          {say(
            'This is an archive of a whole workspace. It can be read into an empty one: its people, records and links come as they were, and you go on as its owner.',
          )}
        </p>
        <Buttons>
          <Button kind="primary" onPress={() => void run()}>
            {say('Read it into this workspace')}
          </Button>
        </Buttons>
        <p className={styles.note}>{say('Nothing has been written yet.')}</p>
      </div>
    </Section>
  )
}

/** The whole workspace is here; it is another one now, and so is the page around it. */
export function ArchiveDone({ entry }: { readonly entry: Import }): ReactNode {
  const { to } = useSite()
  return (
    <Section title={say('It is here, as it was')}>
      <div className={styles.step}>
        <Facts
          items={[{ term: say('Records and links'), value: number(entry.report?.rows ?? 0) }]}
        />
        <Buttons>
          <LinkButton kind="primary" href={to()}>
            {say('To the first page')}
          </LinkButton>
        </Buttons>
      </div>
    </Section>
  )
}
