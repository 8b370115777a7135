import { useMemo, type ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { LinkButton } from '../../../../web/kit/button.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { Ledger } from '../../../../web/kit/ledger.tsx'
import type { Column } from '../../../../web/kit/ledger-props.ts'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { isPressing } from '../../rules/press.ts'
import type { Waiting } from '../../rules/queue.ts'
import { DecisionsNav } from '../decisions-nav.tsx'
import { useWaiting } from './use-waiting.ts'

/** What is due and what is late, mine first: each with whom it asks, and what holds if nobody decides. */
export function DuePage(): ReactNode {
  const { to, go } = useSite()
  const waiting = useWaiting()
  const columns = useMemo(() => columnsOf(), [])
  const rows = useMemo(
    () => [...(waiting ?? [])].toSorted((one, other) => Number(other.isMine) - Number(one.isMine)),
    [waiting],
  )
  const mine = rows.filter((one) => one.isMine && isPressing(one)).length
  return (
    <Sheet
      margin={<DecisionsNav at="decisions-due" />}
      head={
        <PageHead
          mark={<Mark station="decided" size={24} />}
          kick={<span>{say('Due and late')}</span>}
          title={
            <>
              <Title says={say('Due and late')} />
              {waiting === undefined
                ? say('Due and late')
                : mine > 0
                  ? counted(mine, '# decision waits for you', '# decisions wait for you')
                  : say('No decision waits for you')}
            </>
          }
        />
      }
    >
      <Row>
        <Ledger
          label={say('Due and late')}
          columns={columns}
          rows={rows}
          idOf={(one) => one.id}
          nameOf={(one) => one.title}
          hrefOf={(one) => to('decisions', one.ref)}
          onOpen={(one) => go(to('decisions', one.ref))}
          groupOf={(one) =>
            one.isMine
              ? { id: 'mine', title: say('They ask for you') }
              : { id: 'others', title: say('They ask for others') }
          }
          density="roomy"
          state={waiting === undefined ? 'reading' : 'ready'}
          empty={
            <Empty
              title={say('Nothing is due, nothing is late.')}
              action={<LinkButton href={to('decisions')}>{say('To the decision log')}</LinkButton>}
            >
              {say(
                'Here stand open questions, decisions that are to be looked at again, and those of which a tripwire fired.',
              )}
            </Empty>
          }
        />
      </Row>
    </Sheet>
  )
}

const columnsOf = (): readonly Column<Waiting>[] => [
  {
    id: 'title',
    label: say('Decision'),
    part: 'title',
    render: ({ title }) => <span dir="auto">{title}</span>,
  },
  {
    id: 'ref',
    label: say('Id'),
    width: '6rem',
    quiet: true,
    render: ({ ref }) => <Code>{ref}</Code>,
  },
  {
    id: 'says',
    label: say('Why it is here'),
    width: '15rem',
    part: 'line',
    render: (one) => (isPressing(one) ? <Tone of={toneOf(one)}>{one.says}</Tone> : one.says),
  },
  {
    id: 'on',
    label: say('Day'),
    width: '6.5rem',
    render: ({ on }) => (on === null ? '–' : <When at={on} />),
  },
  {
    id: 'needs',
    label: say('Asks for'),
    width: '11rem',
    quiet: true,
    render: ({ needs }) =>
      needs.length === 0 ? say('nobody is named') : needs.map(({ name }) => name).join(', '),
  },
  {
    id: 'otherwise',
    label: say('Otherwise'),
    width: '13rem',
    wide: true,
    quiet: true,
    render: ({ otherwise }) => otherwise ?? '–',
  },
]

const toneOf = ({ is }: Waiting): 'oxide' | 'watch' => (is === 'under-review' ? 'oxide' : 'watch')
