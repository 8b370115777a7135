import { useEffect, useState, type ReactNode } from 'react'
import { read, RemoteProblem, sendFile } from '../../../web/client/api.ts'
import { refresh } from '../../../web/client/cache.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { FileDrop } from '../../../web/kit/file-drop.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { number, say } from '../../../web/words/say.ts'
import { Archive, ArchiveDone, Done, Running } from './import-end.tsx'
import { Mapping } from './import-mapping.tsx'
import { delimiterSaid, type Import } from './import-shape.ts'
import styles from './import.module.css'

/** From a file to rows: look, map, check, run, report; nothing is written before the last verb. */
export function ImportScreen({ id }: { readonly id: string | undefined }): ReactNode {
  const { to, go } = useSite()
  const [kept, setEntry] = useState<Import | null>(null)
  const entry = kept !== null && kept.id === id ? kept : null
  const [problem, setProblem] = useState<Error | null>(null)
  const [sending, setSending] = useState(false)
  const busy = entry?.state === 'running' || entry?.state === 'checking'

  useEffect(() => {
    if (id === undefined) return
    let stopped = false
    const look = async (): Promise<void> => {
      try {
        const now = await read<Import>(`/imports/${id}`)
        if (!stopped) {
          setEntry(now)
          setProblem(null)
        }
        if (!stopped && now.state === 'done') refresh()
      } catch (error) {
        if (!stopped) setProblem(error as Error)
      }
    }
    void look()
    const timer = busy ? setInterval(() => void look(), 400) : undefined
    return () => {
      stopped = true
      clearInterval(timer)
    }
  }, [id, busy])

  const choose = async (files: readonly File[]): Promise<void> => {
    const [file] = files
    if (file === undefined) return
    setSending(true)
    setProblem(null)
    try {
      go(to('import', (await sendFile<Import>('/imports', file)).id))
    } catch (error) {
      setProblem(error as Error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Sheet
      head={
        <PageHead
          mark={
            <Mark station="heard" size={24} state={entry?.state === 'done' ? 'done' : 'open'} />
          }
          kick={entry === null ? undefined : <span>{say('Import')}</span>}
          title={
            <>
              <Title says={say('Bring in a file')} />
              {entry === null ? say('Bring in a file') : <bdi>{entry.fileName}</bdi>}
            </>
          }
          stand={
            entry === null
              ? say(
                  'You see counts and the first problems before anything is written, and you can undo all of it.',
                )
              : undefined
          }
        >
          {entry !== null && entry.shape.format !== 'archive' && <Detected shape={entry.shape} />}
        </PageHead>
      }
    >
      <Row>
        {problem !== null && (
          <ProblemNote
            says={problem.message}
            places={problem instanceof RemoteProblem ? problem.places : []}
            actions={
              <Button onPress={() => go(to('import'))}>{say('Bring in another file')}</Button>
            }
          />
        )}
        {entry === null ? (
          id === undefined && (
            <div className={styles.drop}>
              <FileDrop
                label={say('A CSV or JSON Lines file, or an archive of a workspace')}
                verb={sending ? say('Reading…') : say('Choose a file')}
                description={say('It goes no further than the machine that runs Throughline.')}
                onFiles={(files) => void choose(files)}
              />
            </div>
          )
        ) : (
          <Steps key={entry.id} entry={entry} onEntry={setEntry} />
        )}
      </Row>
    </Sheet>
  )
}

/** What the file turned out to be. */
function Detected({ shape }: { readonly shape: Import['shape'] }): ReactNode {
  return (
    <Facts
      items={[
        { term: say('Written as'), value: shape.format === 'csv' ? say('CSV') : say('JSON Lines') },
        { term: say('Encoding'), value: shape.encoding.toUpperCase() },
        ...(shape.format === 'csv'
          ? [{ term: say('Separated by'), value: delimiterSaid(shape.dialect.delimiter) }]
          : []),
        { term: say('Columns'), value: number(shape.columns.length) },
      ]}
    />
  )
}

function Steps({
  entry,
  onEntry,
}: {
  readonly entry: Import
  readonly onEntry: (entry: Import) => void
}): ReactNode {
  const [record, setRecord] = useState('feedback')
  const { state } = entry
  useEffect(() => {
    if (state === 'done') document.getElementById('page')?.focus()
  }, [state])
  if (state === 'done' && entry.shape.format === 'archive') return <ArchiveDone entry={entry} />
  if (state === 'done' && entry.report !== null) return <Done entry={entry} record={record} />
  const isBusy = state === 'running' || state === 'checking'
  return (
    <>
      {state === 'running' && <Running entry={entry} onEntry={onEntry} />}
      {entry.shape.format === 'archive' ? (
        !isBusy && <Archive entry={entry} onEntry={onEntry} />
      ) : (
        // what was mapped is kept, should the file be refused
        <div hidden={state === 'running'}>
          <Mapping
            entry={entry}
            onEntry={(next, made) => {
              setRecord(made)
              onEntry(next)
            }}
          />
        </div>
      )}
    </>
  )
}
