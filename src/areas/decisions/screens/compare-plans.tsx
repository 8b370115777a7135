import { useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { figure } from '../../../web/derived/figure.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Select } from '../../../web/kit/select.tsx'
import { counted, say } from '../../../web/words/say.ts'
import type { PlansCompared } from '../views/compare-plans.ts'
import styles from './portfolio.module.css'
import { roundly } from './ranking-said.ts'

/** Two plan versions side by side, the older one first unless told otherwise. */
export function ComparePlans({ plans }: { readonly plans: readonly Row[] }): ReactNode {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<{ readonly before?: string; readonly after?: string }>({})
  // a plan that was just saved has its ref from the server, a moment later
  const { before = plans[1]?.ref ?? '', after = plans[0]?.ref ?? '' } = chosen
  const { data, error } = useRead<PlansCompared>(
    open && before !== '' && after !== ''
      ? `/views/compare-plans?before=${before}&after=${after}`
      : null,
  )
  const options = plans.map((row) => ({
    id: row.ref,
    label: String(row['title']),
    detail: row.ref,
  }))
  return (
    <Disclosure title={say('Compare two versions')} open={open} onOpenChange={setOpen}>
      <div className={styles.difference}>
        <Select
          label={say('Before')}
          options={options}
          value={before}
          onChange={(ref) => setChosen({ ...chosen, before: ref })}
        />
        <Select
          label={say('After')}
          options={options}
          value={after}
          onChange={(ref) => setChosen({ ...chosen, after: ref })}
        />
        {error !== undefined && data === undefined && <ProblemNote says={error.message} />}
        {data !== undefined && <Difference data={data} />}
      </div>
    </Disclosure>
  )
}

function Difference({ data }: { readonly data: PlansCompared }): ReactNode {
  return (
    <div className={styles.difference} role="status">
      <p className={styles.says}>
        {say('Value: {before}, then {after} ({difference}).', {
          before: roundly(data.valueBefore),
          after: roundly(data.valueAfter),
          difference: signed(data.valueDifference),
        })}
      </p>
      <Names says={say('Came in')} ideas={data.entered} />
      <Names says={say('Went out')} ideas={data.left} />
      <ul>
        {data.spend
          .filter(({ difference }) => Math.abs(difference) >= 0.05)
          .map((one) => (
            <li key={one.function}>
              {say('{function}: {before}, then {after} ({difference})', {
                function: one.function,
                before: figure(Math.round(one.before * 10) / 10),
                after: figure(Math.round(one.after * 10) / 10),
                difference: signed(one.difference),
              })}
            </li>
          ))}
      </ul>
      {data.unseen > 0 && (
        <p className={styles.note}>
          {counted(
            data.unseen,
            '# idea that you may not see is left aside.',
            '# ideas that you may not see are left aside.',
          )}
        </p>
      )}
    </div>
  )
}

function Names({
  says,
  ideas,
}: {
  readonly says: string
  readonly ideas: PlansCompared['entered']
}): ReactNode {
  const { to } = useSite()
  if (ideas.length === 0) return null
  return (
    <div>
      <b>{says}</b>
      <ul>
        {ideas.map(({ id, ref, title }) => (
          <li key={id}>
            <Link href={to('ideas', ref)}>{title}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

const signed = (difference: number): string =>
  difference > 0 ? `+${roundly(difference)}` : roundly(difference)
