import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { figure } from '../../../web/derived/figure.ts'
import { mayDo } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { LinkButton } from '../../../web/kit/button.tsx'
import { NumberField } from '../../../web/kit/number-field.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { say, words } from '../../../web/words/say.ts'
import { functionKey } from '../rules/portfolio/asked.ts'
import { spendSaid, type SpendTold } from '../rules/portfolio/told.ts'
import styles from './portfolio.module.css'

/** What the set takes of each function, as a range against what there is; how much there is, is said here too. */
export function CapacityBars({
  spend,
  capacities,
  period,
}: {
  readonly spend: readonly SpendTold[]
  readonly capacities: readonly Row[]
  readonly period: string
}): ReactNode {
  const site = useSite()
  const most = Math.max(1, ...spend.flatMap(({ high, capacity }) => [high, capacity ?? 0]))
  const mayAdd = mayDo(site, 'create', site.catalogue.record('capacity'))
  return (
    <Section
      title={say('Capacity, in person-months')}
      note={
        mayAdd ? (
          <LinkButton kind="quiet" href={site.to('capacities', 'new')}>
            {say('Add capacity')}
          </LinkButton>
        ) : undefined
      }
    >
      <ul className={styles.bars}>
        {spend.map((one) => (
          <Bar
            key={one.function}
            spend={one}
            most={most}
            period={period}
            rows={capacities.filter(
              (row) =>
                row['period'] === period &&
                functionKey(String(row['function'])) === functionKey(one.function),
            )}
          />
        ))}
      </ul>
    </Section>
  )
}

function Bar({
  spend,
  most,
  period,
  rows,
}: {
  readonly spend: SpendTold
  readonly most: number
  readonly period: string
  readonly rows: readonly Row[]
}): ReactNode {
  const { used, low, high, capacity, over } = spend
  const at = (amount: number): string => `${Math.min(100, (100 * amount) / most)}%`
  const between =
    high - low < 0.05
      ? spendSaid(spend, words())
      : say('{spend}; 8 times in 10 between {low} and {high}', {
          spend: spendSaid(spend, words()),
          low: figure(Math.round(low * 10) / 10),
          high: figure(Math.round(high * 10) / 10),
        })
  const risk =
    over < 0.005
      ? null
      : say('more than there is in {count} of 100 cases', {
          count: Math.max(1, Math.round(over * 100)),
        })
  return (
    <li className={styles.capacity}>
      <span className={styles.function}>
        <bdi>{spend.function}</bdi>
      </span>
      <span
        className={styles.track}
        role="img"
        aria-label={risk === null ? between : `${between}; ${risk}`}
      >
        {capacity !== null && <i className={styles.room} style={{ inlineSize: at(capacity) }} />}
        <i className={styles.used} style={{ inlineSize: at(used) }} />
        <i
          className={styles.span}
          style={{ insetInlineStart: at(low), inlineSize: `calc(${at(high)} - ${at(low)})` }}
        />
        {capacity !== null && (
          <i className={styles.limit} style={{ insetInlineStart: at(capacity) }} />
        )}
      </span>
      <span className={styles.amount}>
        {say('{used} of', { used: figure(Math.round(used * 10) / 10) })}
      </span>
      <Amount spend={spend} rows={rows} period={period} />
      <span className={styles.detail} aria-hidden="true">
        {risk === null ? between : `${between}; ${risk}`}
      </span>
    </li>
  )
}

/** How much there is, written where it stands; of a function that several rows tell of, the sum. */
function Amount({
  spend,
  rows,
  period,
}: {
  readonly spend: SpendTold
  readonly rows: readonly Row[]
  readonly period: string
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [problem, setProblem] = useState<string | null>(null)
  const [row, ...others] = rows
  const kind = site.catalogue.record('capacity')
  const may = mayDo(site, row === undefined ? 'create' : 'update', kind)
  if (!may || others.length > 0)
    return (
      <span className={styles.given}>{spend.capacity === null ? '–' : figure(spend.capacity)}</span>
    )
  const save = async (amount: number | null): Promise<void> => {
    if (amount === null || amount === (spend.capacity ?? undefined)) return
    setProblem(null)
    const says = say('Capacity of {function}: {amount}', {
      function: spend.function,
      amount: figure(amount),
    })
    try {
      await (row === undefined
        ? write(says, 'POST', '/capacities', { function: spend.function, period, amount })
        : write(says, 'PATCH', `/capacities/${row.ref}`, { amount }, row.version))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <span className={styles.given}>
      <NumberField
        key={spend.capacity}
        label={say('Capacity of {function} in {period}', { function: spend.function, period })}
        labelled="hidden"
        value={spend.capacity}
        min={0}
        onChange={(amount) => void save(amount)}
      />
      {problem !== null && <ProblemNote says={problem} />}
    </span>
  )
}
