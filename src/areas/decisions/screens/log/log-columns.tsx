import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Code } from '../../../../web/kit/code.tsx'
import type { Column } from '../../../../web/kit/ledger-props.ts'
import { Link } from '../../../../web/kit/link.tsx'
import { MiniLine } from '../../../../web/kit/mini-line.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { brief } from '../../../../web/derived/brief.ts'
import { latencyDays } from '../../rules/decided-days.ts'
import { standingOf } from '../../rules/decision-standing.ts'
import type { Logged } from '../../rules/decision-log.ts'
import { today } from '../decision/today.ts'
import type { People } from '../decision/use-people.ts'
import styles from './log.module.css'
import { wholeLine } from '../../rules/whole-line.ts'
import type { SettledBy } from './use-settled.ts'

/** The columns of the log. */
export const columnsFor = (people: People, settled: SettledBy): readonly Column<Logged>[] => [
  {
    id: 'on',
    label: say('Day'),
    width: '5.75rem',
    render: ({ on }) => <When at={on} />,
  },
  {
    id: 'sentence',
    label: say('Decision'),
    part: 'title',
    render: ({ row }) => {
      const sentence = row['sentence']
      return (
        <span dir="auto">
          {typeof sentence === 'string' && sentence !== '' ? (
            brief(sentence, 160)
          ) : (
            <i>{brief(String(row['question'] ?? row.ref), 160)}</i>
          )}
        </span>
      )
    },
  },
  {
    id: 'settles',
    label: say('Settles'),
    width: '6.75rem',
    wide: true,
    quiet: true,
    render: ({ row }) => <Settles ends={settled(row.id)} />,
  },
  {
    id: 'state',
    label: say('State'),
    width: '7rem',
    render: (one) => <State logged={one} />,
  },
  {
    id: 'who',
    label: say('Who'),
    width: '7.5rem',
    quiet: true,
    render: ({ row }) => {
      const by = row['decidedById'] ?? row['driverId']
      return typeof by === 'string' ? <span dir="auto">{people.nameOf(by)}</span> : '–'
    },
  },
  {
    id: 'door',
    label: say('Door|column'),
    width: '4.5rem',
    wide: true,
    quiet: true,
    render: ({ row }) => (row['door'] === 'one-way' ? say('one-way') : say('two-way')),
  },
  {
    id: 'line',
    label: say('Line'),
    part: 'line',
    width: '8rem',
    render: ({ row }) => (
      <MiniLine
        mask={wholeLine(row, settled(row.id))}
        open={row['state'] === 'open' ? 1 << 4 : 0}
      />
    ),
  },
  {
    id: 'next',
    label: say('Next look'),
    width: '5.75rem',
    render: ({ next }) =>
      next === undefined ? (
        '–'
      ) : next.isLate ? (
        <Tone of="watch">
          <When at={next.on} />
        </Tone>
      ) : (
        <When at={next.on} />
      ),
  },
  {
    id: 'took',
    label: say('Took'),
    align: 'end',
    width: '4rem',
    wide: true,
    quiet: true,
    render: ({ row }) => {
      const took = latencyDays(row)
      return took === null ? '–' : counted(Math.round(took), '# day', '# days')
    },
  },
]

function State({ logged: { row } }: { readonly logged: Logged }): ReactNode {
  const standing = standingOf(row, today())
  switch (standing.is) {
    case 'open':
      return standing.left !== null && standing.left < 0 ? (
        <Tone of="watch">{counted(-standing.left, 'open, # day late', 'open, # days late')}</Tone>
      ) : (
        say('open')
      )
    case 'decided':
      return say('in force')
    case 'under-review':
      return (
        <Tone of="oxide">
          <span className={styles.cut} aria-hidden="true" />
          {say('under review')}
        </Tone>
      )
    case 'superseded':
      return <Tone of="quiet">{say('superseded')}</Tone>
    case 'reversed':
      return <Tone of="quiet">{say('reversed')}</Tone>
  }
}

function Settles({ ends }: { readonly ends: ReturnType<SettledBy> }): ReactNode {
  const { to, catalogue } = useSite()
  if (ends.length === 0) return '–'
  return ends.slice(0, 3).map(({ record, ref, title }, at) => (
    <span key={ref}>
      {at > 0 && ', '}
      <Link kind="plain" href={to(catalogue.record(record).plural, ref)} label={`${ref} ${title}`}>
        <Code>{ref}</Code>
      </Link>
    </span>
  ))
}
