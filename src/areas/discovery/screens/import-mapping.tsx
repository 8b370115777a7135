import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { read, RemoteProblem, write } from '../../../web/client/api.ts'
import { capital } from '../../../web/derived/capital.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Button, Buttons } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Fields } from '../../../web/kit/field.tsx'
import { Ledger } from '../../../web/kit/ledger.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { TextField } from '../../../web/kit/text-field.tsx'
import { words } from '../words.ts'
import { dateOrders } from './date-orders.ts'
import { guessed, likeliest, type Checked, type Import } from './import-shape.ts'
import { MappingTable } from './import-table.tsx'
import styles from './import.module.css'

/** Which column becomes which field; what the file would do; the last verb. */
export function Mapping({
  entry,
  onEntry,
}: {
  readonly entry: Import
  readonly onEntry: (entry: Import, record: string) => void
}): ReactNode {
  const site = useSite()
  const { catalogue } = site
  const { shape } = entry
  const kinds = useMemo(
    () =>
      catalogue.records.filter(
        (kind) => shape.guesses[kind.name] !== undefined && mayDo(site, 'create', kind),
      ),
    [catalogue, shape, site],
  )
  const [record, setRecord] = useState(() => likeliest(kinds, entry))
  const [maps, setMaps] = useState<Readonly<Record<string, Readonly<Record<string, string>>>>>({})
  const [source, setSource] = useState(entry.fileName.replace(/\.[^.]+$/, ''))
  const [dateOrder, setDateOrder] = useState<string | null>(null)
  const [checked, setChecked] = useState<Checked | null>(entry.problem?.checked ?? null)
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const seen = useProgress(entry.id, pending)
  const kind = catalogue.record(record)
  const byColumn = maps[record] ?? guessed(entry, record)
  const ambiguous = Object.entries(shape.dates).find(
    ([column, date]) => date.kind === 'ambiguous' && byColumn[column] !== undefined,
  )
  // a column of the file says it for each row
  const isNamed = kind.origin !== undefined && Object.values(byColumn).includes(kind.origin.source)
  const plan = {
    record,
    map: Object.fromEntries(Object.entries(byColumn).map(([column, field]) => [field, column])),
    ...(kind.origin === undefined || isNamed ? {} : { source }),
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
      onEntry((await write<Import>('POST', `/imports/${entry.id}/run`, plan)).body, record)
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
      <Section title={words.becomes}>
        <div className={styles.first}>
          <Fields>
            <Select
              label={words.becomes}
              labelled="hidden"
              value={record}
              options={kinds.map((one) => ({ id: one.name, label: capital(one.says.many) }))}
              onChange={(name) => {
                setRecord(name)
                setChecked(null)
              }}
            />
            {kind.origin !== undefined && !isNamed && (
              <TextField
                label={words.sourceName}
                description={words.sourceHelp}
                value={source}
                onChange={setSource}
              />
            )}
          </Fields>
        </div>
      </Section>
      <Section title={words.mapping}>
        <MappingTable entry={entry} kind={kind} byColumn={byColumn} onChange={change} />
        {ambiguous !== undefined && (
          <DateQuestion
            example={ambiguous[1].example ?? ambiguous[0]}
            value={dateOrder}
            onChange={(order) => {
              setDateOrder(order)
              setChecked(null)
            }}
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
      {seen !== null && (
        <Progress label={words.rowsRead} done={seen.done} total={seen.total ?? undefined} />
      )}
      <div className={styles.verbs}>
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
        <p className={styles.note}>{unanswered ? words.dateFirst : words.nothingWritten}</p>
      </div>
    </>
  )
}

/** Days and months in doubt: asked with the days that each answer makes. */
function DateQuestion({
  example,
  value,
  onChange,
}: {
  readonly example: string
  readonly value: string | null
  readonly onChange: (order: string) => void
}): ReactNode {
  return (
    <div className={styles.first}>
      <Fields>
        <Select
          label={words.dateQuestion(example)}
          description={words.dateWhy}
          required
          value={value}
          options={dateOrders(example).map(({ id, day }) => ({
            id,
            label: `${day}: ${words.dateOrders[id].toLowerCase()}`,
          }))}
          onChange={onChange}
        />
      </Fields>
    </div>
  )
}

/** How far the reading of the whole file has come, while it runs. */
function useProgress(id: string, busy: boolean): Import | null {
  const [seen, setSeen] = useState<Import | null>(null)
  useEffect(() => {
    if (!busy) return
    const timer = setInterval(() => {
      // a missed look is made good by the next
      read<Import>(`/imports/${id}`).then(setSeen, () => undefined)
    }, 400)
    return () => clearInterval(timer)
  }, [id, busy])
  return busy ? seen : null
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
