import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { figure } from '../../../web/derived/figure.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DateField } from '../../../web/kit/date-field.tsx'
import { FormFrame } from '../../../web/kit/form-frame.tsx'
import { LineChart } from '../../../web/kit/line-chart.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { NumberField } from '../../../web/kit/number-field.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { When } from '../../../web/kit/when.tsx'
import { say } from '../../../web/words/say.ts'
import styles from './metric-more.module.css'

/** The readings of a metric: as a line, as a table, and a place to enter the next one. */
export function MetricMore({ row }: { readonly row: Row }): ReactNode {
  const { to } = useSite()
  const { data } = useRead<{ readonly data: readonly Row[]; readonly cursor: string | null }>(
    `/readings?filter[metricId]=${row.id}&sort=-on&limit=200`,
  )
  const readings = data?.data ?? []
  const unit = typeof row['unit'] === 'string' ? row['unit'] : ''
  const said = (value: number): string =>
    unit === '' ? figure(value) : `${figure(value)}\u00a0${unit}`
  const points = readings
    .map((one) => ({ on: String(one['on']), value: Number(one['value']) }))
    .toReversed()
  const [first, last] = [points[0], points.at(-1)]
  return (
    <Section
      title={say('Readings')}
      note={last === undefined ? say('none yet') : <b>{said(last.value)}</b>}
    >
      {first !== undefined && last !== undefined && points.length > 1 && (
        <LineChart
          size="page"
          points={points}
          says={say('From {from} on {start} to {to} on {end}', {
            from: said(first.value),
            start: first.on,
            to: said(last.value),
            end: last.on,
          })}
          figure={said}
        />
      )}
      <Enter metric={row} unit={unit} />
      {readings.length > 0 && (
        <div className={styles.frame}>
          <table className={styles.table} aria-label={say('Readings')}>
            <thead>
              <tr>
                <th scope="col">{say('On|reading')}</th>
                <th scope="col" className={styles.number}>
                  {unit === '' ? say('Value') : say('Value, {unit}', { unit })}
                </th>
                <th scope="col" className={styles.number}>
                  {say('Change')}
                </th>
                <th scope="col">{say('Note')}</th>
              </tr>
            </thead>
            <tbody>
              {readings.slice(0, mostShown).map((one, place) => (
                <tr key={one.id}>
                  <td>
                    <Link kind="plain" href={to('readings', one.ref)}>
                      <When at={String(one['on'])} />
                    </Link>
                  </td>
                  <td className={styles.number}>{figure(Number(one['value']))}</td>
                  <td className={styles.number}>{changeSaid(one, readings[place + 1])}</td>
                  <td dir="auto">{String(one['note'] ?? '')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {readings.length > mostShown && (
            <Link href={`${to('readings')}?filter[metricId]=${row.id}`}>{say('All readings')}</Link>
          )}
        </div>
      )}
    </Section>
  )
}

const mostShown = 24

const todayHere = (): string => new Date().toISOString().slice(0, 10)

function changeSaid(one: Row, before: Row | undefined): string {
  if (before === undefined) return ''
  const change = Number(one['value']) - Number(before['value'])
  return `${change > 0 ? '+' : ''}${figure(Math.round(change * 1e6) / 1e6)}`
}

/** A day and a value; Enter saves it. */
function Enter({ metric, unit }: { readonly metric: Row; readonly unit: string }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [on, setOn] = useState<string | null>(todayHere)
  const [value, setValue] = useState<number | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  if (!mayDo(site, 'create', site.catalogue.record('reading'))) return null
  const save = async (): Promise<void> => {
    setProblem(null)
    try {
      await write(say('Reading entered'), 'POST', '/readings', { metricId: metric.id, on, value })
      setValue(null)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <FormFrame
      className={styles.enter}
      data-screen-only=""
      onSubmit={() => (on !== null && value !== null ? save() : undefined)}
    >
      <DateField label={say('On|reading')} value={on} onChange={setOn} />
      <NumberField
        label={say('Value')}
        value={value}
        onChange={setValue}
        {...(unit === '' ? {} : { unit })}
      />
      <Button type="submit" disabled={on === null}>
        {say('Enter a reading')}
      </Button>
      {problem !== null && <ProblemNote says={problem} />}
    </FormFrame>
  )
}
