import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { givenFields } from '../../../engine/crud.ts'
import type { Catalogue } from '../../../engine/catalogue.ts'
import type { RecordKind } from '../../../engine/record.ts'
import { read, RemoteProblem, sendFile, write } from '../../../web/client/api.ts'
import { refresh } from '../../../web/client/cache.ts'
import { useUndo } from '../../../web/derived/undo.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Button, Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Fields } from '../../../web/kit/field.tsx'
import { FileDrop } from '../../../web/kit/file-drop.tsx'
import { Ledger } from '../../../web/kit/ledger.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { words } from '../words.ts'

/** A file on its way in, as the API tells it. */
interface Import {
  readonly id: string
  readonly fileName: string
  readonly state: 'waiting' | 'checking' | 'running' | 'done' | 'refused' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly report: {
    readonly seq: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly rows: number
  } | null
  readonly problem: {
    readonly detail: string
    readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
    readonly checked?: Checked
  } | null
  readonly shape: {
    readonly format: 'csv' | 'jsonl' | 'archive'
    readonly encoding: string
    readonly dialect: { readonly delimiter: string; readonly header: boolean }
    readonly columns: readonly string[]
    readonly preview: readonly (readonly string[])[]
    readonly guesses: Readonly<
      Record<
        string,
        readonly {
          readonly field: string
          readonly column: string
          readonly sure: number
          readonly why: string
        }[]
      >
    >
    readonly dates: Readonly<Record<string, { readonly kind: string; readonly example?: string }>>
  }
}

interface Checked {
  readonly rows: number
  readonly creates: number
  readonly updates: number
  readonly unchanged: number
  readonly problemCount: number
  readonly problems: readonly {
    readonly line: number
    readonly column: string
    readonly value: string
    readonly says: string
  }[]
  readonly byColumn: Readonly<Record<string, number>>
}

/** From a file to rows: look, map, check, run, report; nothing is written before the last verb. */
export function ImportScreen({ id }: { readonly id: string | undefined }): ReactNode {
  const { to, go } = useSite()
  const [entry, setEntry] = useState<Import | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const [sending, setSending] = useState(false)
  const busy = entry?.state === 'running' || entry?.state === 'checking'

  useEffect(() => {
    if (id === undefined) return setEntry(null)
    let stopped = false
    const look = async (): Promise<void> => {
      try {
        const now = await read<Import>(`/imports/${id}`)
        if (!stopped) setEntry(now)
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
          title={entry === null ? words.importTitle : entry.fileName}
          stand={entry === null ? words.importStand : undefined}
        />
      }
    >
      <Row>
        {problem !== null && (
          <ProblemNote
            says={problem.message}
            places={problem instanceof RemoteProblem ? problem.places : []}
            actions={<Button onPress={() => go(to('import'))}>{words.another}</Button>}
          />
        )}
        {entry === null ? (
          id === undefined && (
            <FileDrop
              label={words.chooseFile}
              verb={sending ? words.reading : words.choose}
              description={words.orDrop}
              onFiles={(files) => void choose(files)}
            />
          )
        ) : (
          <Steps key={entry.id} entry={entry} onEntry={setEntry} />
        )}
      </Row>
    </Sheet>
  )
}

function Steps({
  entry,
  onEntry,
}: {
  readonly entry: Import
  readonly onEntry: (entry: Import) => void
}): ReactNode {
  if (entry.state === 'running' || entry.state === 'checking')
    return <Running entry={entry} onEntry={onEntry} />
  if (entry.state === 'done' && entry.report !== null) return <Done entry={entry} />
  if (entry.shape.format === 'archive') return <Archive entry={entry} onEntry={onEntry} />
  return <Mapping entry={entry} onEntry={onEntry} />
}

function Running({
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
      <Buttons>
        <Button onPress={() => void cancel()}>{words.cancel}</Button>
      </Buttons>
    </Section>
  )
}

function Done({ entry }: { readonly entry: Import }): ReactNode {
  const { to } = useSite()
  const undo = useUndo()
  const report = entry.report
  if (report === null) return null
  return (
    <Section title={words.done}>
      <Facts
        items={[
          { term: 'Rows in the file', value: report.rows.toLocaleString('en') },
          { term: 'New', value: report.created.toLocaleString('en') },
          { term: 'Changed', value: report.updated.toLocaleString('en') },
          { term: 'As they were', value: report.unchanged.toLocaleString('en') },
        ]}
      />
      <Buttons>
        <LinkButton kind="primary" href={to('feedback')}>
          {words.toList('feedback')}
        </LinkButton>
        {report.seq > 0 && <Button onPress={() => void undo(report.seq)}>{words.undoAll}</Button>}
        <LinkButton href={to('import')}>{words.another}</LinkButton>
      </Buttons>
    </Section>
  )
}

function Archive({
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
      {(problem ?? entry.problem) !== null && (
        <ProblemNote says={problem?.message ?? entry.problem?.detail ?? ''} />
      )}
      <p>{words.archive}</p>
      <Buttons>
        <Button kind="primary" onPress={() => void run()}>
          {words.readArchive}
        </Button>
      </Buttons>
    </Section>
  )
}

function Mapping({
  entry,
  onEntry,
}: {
  readonly entry: Import
  readonly onEntry: (entry: Import) => void
}): ReactNode {
  const { catalogue } = useSite()
  const { shape } = entry
  const kinds = useMemo(
    () =>
      catalogue.records.filter((kind) => catalogue.command(`create-${kind.name}`) !== undefined),
    [catalogue],
  )
  const [record, setRecord] = useState(() => likeliest(kinds, entry))
  const [maps, setMaps] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({})
  const [source, setSource] = useState(entry.fileName.replace(/\.[^.]+$/, ''))
  const [dateOrder, setDateOrder] = useState<string | null>(null)
  const [checked, setChecked] = useState<Checked | null>(entry.problem?.checked ?? null)
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const kind = catalogue.record(record)
  const byColumn = maps[record] ?? guessed(entry, record)
  const ambiguous = Object.entries(shape.dates).find(
    ([column, date]) => date.kind === 'ambiguous' && byColumn[column] !== undefined,
  )
  const plan = {
    record,
    map: Object.fromEntries(Object.entries(byColumn).map(([column, field]) => [field, column])),
    ...(kind.origin === undefined || Object.values(byColumn).includes(kind.origin.source)
      ? {}
      : { source }),
    ...(dateOrder === null ? {} : { dateOrder }),
  }
  const change = (column: string, field: string): void => {
    const rest = Object.fromEntries(
      Object.entries(byColumn).filter(([other, one]) => other !== column && one !== field),
    )
    setMaps({ ...maps, [record]: field === '' ? rest : { ...rest, [column]: field } })
    setChecked(null)
  }
  const check = async (): Promise<void> => {
    setPending(true)
    setProblem(null)
    try {
      setChecked((await write<Checked>('POST', `/imports/${entry.id}/check`, plan)).body)
    } catch (error) {
      setProblem(error as Error)
    } finally {
      setPending(false)
    }
  }
  const run = async (): Promise<void> => {
    setProblem(null)
    try {
      onEntry((await write<Import>('POST', `/imports/${entry.id}/run`, plan)).body)
    } catch (error) {
      setProblem(error as Error)
    }
  }
  const unanswered = ambiguous !== undefined && dateOrder === null
  return (
    <>
      {entry.state === 'cancelled' && <Note kind="plain">{words.cancelled}</Note>}
      {entry.problem !== null && checked === null && (
        <ProblemNote
          says={entry.problem.detail}
          places={(entry.problem.errors ?? [])
            .slice(0, 20)
            .map((one) => ({ at: one.pointer, says: one.detail }))}
        />
      )}
      <Section title={words.detected}>
        <Facts
          items={[
            { term: 'Written as', value: shape.format === 'csv' ? 'CSV' : 'JSON Lines' },
            { term: 'Encoding', value: shape.encoding },
            ...(shape.format === 'csv'
              ? [{ term: 'Separated by', value: delimiterWord(shape.dialect.delimiter) }]
              : []),
            { term: 'Columns', value: shape.columns.length },
          ]}
        />
      </Section>
      <Section title={words.becomes}>
        <Fields>
          <Select
            label={words.becomes}
            labelled="hidden"
            value={record}
            options={kinds.map((one) => ({ id: one.name, label: one.says.many }))}
            onChange={(name) => {
              setRecord(name)
              setChecked(null)
            }}
          />
          {kind.origin !== undefined && (
            <TextField
              label={words.sourceName}
              description={words.sourceHelp}
              value={source}
              onChange={setSource}
            />
          )}
        </Fields>
      </Section>
      <Section title={words.mapping}>
        <MappingTable
          entry={entry}
          kind={kind}
          byColumn={byColumn}
          catalogue={catalogue}
          onChange={change}
        />
        {ambiguous !== undefined && (
          <Select
            label={words.dateQuestion(ambiguous[1].example ?? ambiguous[0])}
            value={dateOrder}
            options={[
              { id: 'dmy', label: words.dayFirst },
              { id: 'mdy', label: words.monthFirst },
              { id: 'ymd', label: words.yearFirst },
            ]}
            onChange={setDateOrder}
          />
        )}
      </Section>
      {problem !== null && (
        <ProblemNote
          says={problem.message}
          places={problem instanceof RemoteProblem ? problem.places : []}
        />
      )}
      {checked !== null && <Findings checked={checked} />}
      <Buttons>
        {checked !== null && checked.problemCount === 0 ? (
          <Button kind="primary" onPress={() => void run()}>
            {words.run(
              `${(checked.creates + checked.updates).toLocaleString('en')} ${kind.says.many}`,
            )}
          </Button>
        ) : (
          <Button
            kind="primary"
            pending={pending}
            disabled={unanswered}
            onPress={() => void check()}
          >
            {words.check}
          </Button>
        )}
      </Buttons>
      <p>{words.nothingWritten}</p>
    </>
  )
}

function MappingTable({
  entry,
  kind,
  byColumn,
  onChange,
}: {
  readonly entry: Import
  readonly kind: RecordKind
  readonly byColumn: Readonly<Record<string, string>>
  readonly catalogue: Catalogue
  readonly onChange: (column: string, field: string) => void
}): ReactNode {
  const { shape } = entry
  const options = [
    { id: '', label: words.leaveOut },
    ...Object.entries(givenFields(kind)).map(([name, field]) => ({ id: name, label: field.label })),
    { id: 'ref', label: 'Reference of a record that is there already' },
  ]
  const why = (column: string): string =>
    shape.guesses[kind.name]?.find(
      (guess) => guess.column === column && guess.field === byColumn[column],
    )?.why ?? ''
  return (
    <Ledger
      label={words.mapping}
      folds="never"
      rows={shape.columns}
      idOf={(column) => column}
      nameOf={(column) => column}
      columns={[
        { id: 'column', label: 'column', part: 'title', render: (column) => column },
        {
          id: 'example',
          label: 'for example',
          quiet: true,
          wide: true,
          render: (column) => sampleOf(entry, column),
        },
        {
          id: 'field',
          label: 'becomes',
          width: '15rem',
          render: (column) => (
            <Select
              label={`${column} becomes`}
              labelled="hidden"
              value={byColumn[column] ?? ''}
              options={options}
              onChange={(field) => onChange(column, field)}
            />
          ),
        },
        { id: 'why', label: 'because', quiet: true, wide: true, render: why },
      ]}
    />
  )
}

function Findings({ checked }: { readonly checked: Checked }): ReactNode {
  return (
    <Section
      title={
        checked.problemCount === 0
          ? 'Every row fits'
          : `${checked.problemCount.toLocaleString('en')} cells do not fit`
      }
    >
      <Facts
        items={[
          { term: 'Rows', value: checked.rows.toLocaleString('en') },
          { term: 'New', value: checked.creates.toLocaleString('en') },
          { term: 'Changed', value: checked.updates.toLocaleString('en') },
          { term: 'As they were', value: checked.unchanged.toLocaleString('en') },
        ]}
      />
      {checked.problems.length > 0 && (
        <Ledger
          label="The first problems of each column"
          folds="never"
          rows={checked.problems}
          idOf={(fault) => `${fault.line} ${fault.column}`}
          nameOf={(fault) => `line ${fault.line}`}
          columns={[
            {
              id: 'line',
              label: 'line',
              align: 'end',
              width: '5rem',
              render: (fault) => fault.line,
            },
            { id: 'column', label: 'column', width: '9rem', render: (fault) => fault.column },
            { id: 'says', label: 'what is wrong', part: 'title', render: (fault) => fault.says },
          ]}
          totals={Object.entries(checked.byColumn).map(([column, count]) => (
            <span key={column}>
              {column}: {count.toLocaleString('en')}
            </span>
          ))}
        />
      )}
    </Section>
  )
}

const sampleOf = (entry: Import, column: string): string => {
  const at = entry.shape.columns.indexOf(column)
  const value =
    entry.shape.preview.map((row) => row[at] ?? '').find((cell) => cell.trim() !== '') ?? ''
  return value.replace(/\s+/g, ' ').slice(0, 80)
}

const delimiterWord = (delimiter: string): string =>
  ({ ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' })[delimiter] ?? delimiter

/** Column to field, as guessed for a record; a column that two fields want goes to the surer one. */
function guessed(entry: Import, record: string): Readonly<Record<string, string>> {
  const taken: Record<string, string> = {}
  for (const guess of entry.shape.guesses[record] ?? [])
    if (taken[guess.column] === undefined && guess.sure >= 0.5) taken[guess.column] = guess.field
  return taken
}

/** The record whose required fields the guesses fill, with the most columns used. */
function likeliest(kinds: readonly RecordKind[], entry: Import): string {
  const scored = kinds.map((kind) => {
    const fields = Object.values(guessed(entry, kind.name))
    const lacking = Object.entries(kind.fields).filter(
      ([name, field]) => field.required === true && !fields.includes(name),
    ).length
    const sure = (entry.shape.guesses[kind.name] ?? []).reduce((sum, guess) => sum + guess.sure, 0)
    return { name: kind.name, score: sure - lacking * 3 + (kind.origin === undefined ? 0 : 1) }
  })
  return scored.toSorted((left, right) => right.score - left.score)[0]?.name ?? ''
}
