import type { ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import { counted, number, say } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import type { WireSaid } from '../rules/wire-said.ts'
import type { Tripwires } from '../views/tripwires.ts'
import { Ahead } from './ahead.tsx'
import { ReviewForm } from './review-form.tsx'
import { Wires } from './wires.tsx'
import styles from './tripwires.module.css'
import { DecisionsNav } from './decisions-nav.tsx'
import { firedSaid } from './wire-words.ts'

/** What would change our mind: what fired and waits for a word, what is looked at when, and how far the rest is away. */
export function TripwiresPage(): ReactNode {
  const { data, error } = useRead<Tripwires>('/views/tripwires')
  const all = data?.tripwires ?? []
  const of = (...states: readonly string[]): readonly WireSaid[] =>
    all.filter(({ state }) => states.includes(state))
  const fired = of('fired')
  return (
    <Sheet margin={<DecisionsNav at="tripwires" />} head={<Head all={all} fired={fired.length} />}>
      <Row>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={say('the tripwires')} />
        )}
        {data !== undefined && all.length === 0 && data.days.length === 0 && <None />}
        {fired.length > 0 && (
          <Section title={say('Fired, and waiting for a word')} note={number(fired.length)}>
            {byDecision(fired).map((wires) => (
              <Fired key={wires[0]?.decision.ref} wires={wires} />
            ))}
          </Section>
        )}
        {data !== undefined && data.days.length > 0 && (
          <Ahead days={data.days} today={data.today} />
        )}
        {of('armed', 'silent').length > 0 && (
          <Section title={say('Armed')} note={number(of('armed', 'silent').length)}>
            <Wires wires={of('armed', 'silent')} label={say('Armed')} />
          </Section>
        )}
        {of('reviewed', 'passed').length > 0 && (
          <Section title={say('Looked at')} note={number(of('reviewed', 'passed').length)}>
            <Wires wires={of('reviewed', 'passed')} label={say('Looked at')} />
          </Section>
        )}
        {data?.cut === true && (
          <Tone of="watch">
            {say('There are more tripwires than are shown here. The list has all of them.')}
          </Tone>
        )}
      </Row>
    </Sheet>
  )
}

function Head({
  all,
  fired,
}: {
  readonly all: readonly WireSaid[]
  readonly fired: number
}): ReactNode {
  const armed = all.filter(({ state }) => state === 'armed' || state === 'silent').length
  return (
    <PageHead
      mark={<Mark station="decided" size={24} />}
      kick={<span>{counted(armed, '# is armed', '# are armed')}</span>}
      title={
        <>
          <Title says={say('Tripwires')} />
          {fired === 0
            ? say('What would change our mind')
            : counted(fired, '# tripwire has fired', '# tripwires have fired')}
        </>
      }
      stand={say(
        'A tripwire asks for a review when what it watches crosses its threshold. It never acts by itself.',
      )}
    />
  )
}

function None(): ReactNode {
  const { to } = useSite()
  return (
    <Empty
      title={say('Nothing is watched yet.')}
      action={<LinkButton href={to('decisions')}>{say('To the decisions')}</LinkButton>}
      example={say('“Fewer than 25 wards switch it on by 2027-04-30.”')}
    >
      {say(
        'A decision says what would change its mind: a state and a day, set before one needs it.',
      )}
    </Empty>
  )
}

/** The fired ones of each decision together, for it is the decision that is reviewed. */
function byDecision(wires: readonly WireSaid[]): readonly (readonly WireSaid[])[] {
  const found = new Map<string, WireSaid[]>()
  for (const wire of wires) {
    const there = found.get(wire.decision.ref)
    if (there === undefined) found.set(wire.decision.ref, [wire])
    else there.push(wire)
  }
  return [...found.values()]
}

function Fired({ wires }: { readonly wires: readonly WireSaid[] }): ReactNode {
  const { to } = useSite()
  const [first] = wires
  if (first === undefined) return null
  const { decision, firedAt } = first
  return (
    <Note
      kind="fired"
      title={
        <>
          <Code>{decision.ref}</Code> <bdi>{decision.title}</bdi>
        </>
      }
      value={firedAt === null ? undefined : <When at={firedAt} to="day" />}
      foot={
        <Link href={to('decisions', decision.ref)}>
          {saying('To the decision {ref}', { ref: decision.ref })}
        </Link>
      }
    >
      {wires.map((wire) => (
        <div key={wire.ref} className={styles.fired}>
          <p dir="auto">“{wire.text}”</p>
          <p className={styles.small}>{firedSaid(wire)}</p>
        </div>
      ))}
      <ReviewForm decision={decision.ref} />
    </Note>
  )
}
