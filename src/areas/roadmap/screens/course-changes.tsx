import { useMemo, type ReactNode } from 'react'
import { brief } from '../../../web/derived/brief.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Code } from '../../../web/kit/code.tsx'
import { Ledger } from '../../../web/kit/ledger.tsx'
import type { Column } from '../../../web/kit/ledger-props.ts'
import { Link } from '../../../web/kit/link.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import { counted, say } from '../../../web/words/say.ts'
import type { CourseChange } from '../rules/course.ts'
import { columnInside } from './column-said.ts'
import styles from './course.module.css'
import type { Commitment } from '../rules/roadmap-of.ts'

/** Each change, newest first: what moved where, why, by whom, and the days of work that it set aside. */
export function CourseChanges({
  changes,
}: {
  readonly changes: readonly CourseChange[]
}): ReactNode {
  const { to, go } = useSite()
  const columns = useMemo(() => columnsOf(), [])
  return (
    <Ledger
      label={say('Each change, and what it cost')}
      columns={columns}
      rows={changes}
      idOf={(one) => `${one.item.id} ${one.at}`}
      nameOf={(one) => one.item.title}
      hrefOf={(one) => to('roadmap-items', one.item.ref)}
      onOpen={(one) => go(to('roadmap-items', one.item.ref))}
    />
  )
}

const columnsOf = (): readonly Column<CourseChange>[] => [
  { id: 'at', label: say('Day'), width: '6rem', render: ({ at }) => <When at={at} to="day" /> },
  {
    id: 'title',
    label: say('Roadmap item'),
    part: 'title',
    render: ({ item }) => <span dir="auto">{brief(item.title, 90)}</span>,
    below: (change) => <Below change={change} />,
  },
  {
    id: 'move',
    label: say('Moved'),
    width: '9rem',
    render: (change) => <Moved change={change} />,
  },
  {
    id: 'why',
    label: say('Why'),
    width: '18rem',
    render: ({ decision }) => <Reason decision={decision} />,
  },
  { id: 'by', label: say('Who'), width: '8rem', quiet: true, render: ({ by }) => by },
  {
    id: 'cost',
    label: say('Work set aside'),
    align: 'end',
    width: '7rem',
    render: ({ daysSetAside }) =>
      daysSetAside === null ? '–' : counted(Math.round(daysSetAside), '# day', '# days'),
  },
]

function Moved({ change: { from, to, way } }: { readonly change: CourseChange }): ReactNode {
  const says = say('{from} to {to}', {
    from: columnInside(from as Commitment),
    to: columnInside(to as Commitment),
  })
  return way === 'later' ? <Tone of="watch">{says}</Tone> : says
}

/** The same on a narrow page: when, where to and by whom, why, and what it set aside. */
function Below({ change }: { readonly change: CourseChange }): ReactNode {
  const { at, by, decision, daysSetAside } = change
  return (
    <>
      <p className={styles.moved}>
        <When at={at} to="day" />
        <span>
          <Moved change={change} />
        </span>
        <span>{by}</span>
        {daysSetAside !== null && (
          <span>
            {say('{days} set aside', {
              days: counted(Math.round(daysSetAside), '# day', '# days'),
            })}
          </span>
        )}
      </p>
      <p>
        <Reason decision={decision} />
      </p>
    </>
  )
}

function Reason({ decision }: { readonly decision: CourseChange['decision'] }): ReactNode {
  const { to } = useSite()
  if (decision === null) return <Tone of="quiet">{say('no sentence')}</Tone>
  return (
    <>
      <Link kind="plain" href={to('decisions', decision.ref)}>
        <Code>{decision.ref}</Code>
      </Link>{' '}
      <span dir="auto">{brief(decision.sentence, 120)}</span>
    </>
  )
}
