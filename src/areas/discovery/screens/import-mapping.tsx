import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { RecordKind } from '../../../engine/record.ts'
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
import { counted, inside, label, number, say } from '../../../web/words/say.ts'
import { dateOrders, type DateOrder } from './date-orders.ts'
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
      {entry.state === 'cancelled' && (
        <Note kind="plain">{say('The import was cancelled. Nothing was imported.')}</Note>
      )}
      {entry.problem !== null && checked === null && (
        <ProblemNote
          says={entry.problem.detail}
          places={(entry.problem.errors ?? [])
            .slice(0, 20)
            .map((one) => ({ at: one.pointer, says: one.detail }))}
        />
      )}
      <Section title={say('Its rows become')}>
        <div className={styles.first}>
          <Fields>
            <Select
              label={say('Its rows become')}
              labelled="hidden"
              value={record}
              options={kinds.map((one) => ({
                id: one.name,
                label: capital(label(one.says.many, one.name)),
              }))}
              onChange={(name) => {
                setRecord(name)
                setChecked(null)
              }}
            />
            {kind.origin !== undefined && !isNamed && (
              <TextField
                label={say('Where it comes from')}
                description={say(
                  'A name for this source. A second import from it finds its rows again and updates them.',
                )}
                value={source}
                onChange={setSource}
              />
            )}
          </Fields>
        </div>
      </Section>
      <Section title={say('Which column is which')}>
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
        <Progress label={say('rows read')} done={seen.done} total={seen.total ?? undefined} />
      )}
      <div className={styles.verbs}>
        <Buttons>
          {checked !== null && checked.problemCount === 0 ? (
            <Button kind="primary" onPress={() => void run()}>
              {importSaid(checked.creates + checked.updates, kind)}
            </Button>
          ) : (
            <Button
              kind="primary"
              pending={pending}
              disabled={unanswered}
              onPress={() => void check()}
            >
              {say('Check every row')}
            </Button>
          )}
        </Buttons>
        <p className={styles.note}>
          {unanswered
            ? say('Say which day is meant, and every row can be checked.')
            : say('Nothing has been written yet.')}
        </p>
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
          label={say('Which day is “{example}”?', { example })}
          description={say(
            'The dates of this file can be read in more than one way. One answer holds for all of them.',
          )}
          required
          value={value}
          options={dateOrders(example).map((order) => ({ id: order.id, label: orderSaid(order) }))}
          onChange={onChange}
        />
      </Fields>
    </div>
  )
}

const importSaid = (count: number, { says, name }: RecordKind): string =>
  say('Import {count} {what}', { count, what: inside(count === 1 ? says.one : says.many, name) })

function orderSaid({ id, day }: DateOrder): string {
  switch (id) {
    case 'dmy':
      return say('{day}: day first', { day })
    case 'mdy':
      return say('{day}: month first', { day })
    case 'ymd':
      return say('{day}: year first', { day })
  }
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
          ? say('Every row fits')
          : counted(checked.problemCount, '# cell does not fit', '# cells do not fit')
      }
    >
      <Facts
        items={[
          { term: say('Rows'), value: number(checked.rows) },
          { term: say('New'), value: number(checked.creates) },
          { term: label('Changed'), value: number(checked.updates) },
          { term: say('As they were'), value: number(checked.unchanged) },
        ]}
      />
      {checked.problems.length > 0 && (
        <Ledger
          label={say('The first problems of each column')}
          folds="never"
          rows={checked.problems}
          idOf={(fault) => `${fault.line} ${fault.column}`}
          nameOf={(fault) => say('line {line}', { line: fault.line })}
          columns={[
            {
              id: 'line',
              label: say('line|row'),
              align: 'end',
              width: '5rem',
              render: (fault) => fault.line,
            },
            { id: 'column', label: say('column'), width: '9rem', render: (fault) => fault.column },
            {
              id: 'says',
              label: say('what is wrong'),
              part: 'title',
              render: (fault) => fault.says,
            },
          ]}
          totals={Object.entries(checked.byColumn).map(([column, count]) => (
            <span key={column}>
              {column}: {number(count)}
            </span>
          ))}
        />
      )}
    </Section>
  )
}
