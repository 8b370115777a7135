import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayDo, mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import { say, words } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import { cameSaid } from '../rules/outcome.ts'
import { OddsForm } from './odds-form.tsx'
import styles from './predictions.module.css'
import { WhoSaid } from './who-said.tsx'

/** What we expect of a decision: each prediction with who said what, one's own odds to be given, and what came. */
export function PredictionsOn({ decisionId }: { readonly decisionId: string }): ReactNode {
  const site = useSite()
  const all = useHeld('prediction')
  const decision = useHeld('decision')?.find(({ id }) => id === decisionId)
  const here = (all ?? [])
    .filter((row) => row['decisionId'] === decisionId)
    .toSorted((left, right) => (String(left['resolvesOn']) < String(right['resolvesOn']) ? -1 : 1))
  const mayAdd = mayDo(site, 'create', site.catalogue.record('prediction'))
  if (here.length === 0 && !mayAdd) return null
  return (
    <Section
      title={say('What we expect')}
      note={
        mayAdd ? (
          <Buttons>
            <LinkButton
              kind="quiet"
              href={`${site.to('predictions', 'new')}?decisionId=${decision?.ref ?? decisionId}`}
            >
              {say('Predict')}
            </LinkButton>
          </Buttons>
        ) : undefined
      }
    >
      {here.length === 0 && (
        <p className={styles.hint}>
          {say('Nothing is predicted yet. What would you expect to see, and by when?')}
        </p>
      )}
      <ul className={styles.list}>
        {here.map((row) => (
          <One key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function One({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const mine = useHeld('odds')?.find(
    (one) => one['predictionId'] === row.id && one['byId'] === site.me.id,
  )
  const may = row['state'] === 'open' && mayTry(site, 'give-odds')
  return (
    <li>
      <div className={styles.headLine}>
        <Link href={site.to('predictions', row.ref)}>
          <Code>{row.ref}</Code> {String(row['question'])}
        </Link>
        <StateSaid row={row} />
      </div>
      <p className={styles.hint}>{String(row['rule'])}</p>
      <WhoSaid prediction={row} />
      {may && (
        <div data-screen-only="">
          <Disclosure
            title={mine === undefined ? say('Give your odds') : say('Change your odds')}
            level={3}
          >
            <OddsForm key={`${row.version} ${mine?.version ?? 0}`} prediction={row} mine={mine} />
          </Disclosure>
        </div>
      )}
    </li>
  )
}

/** Open, locked, or what came. */
export function StateSaid({ row }: { readonly row: Row }): ReactNode {
  switch (row['state']) {
    case 'resolved':
      return (
        <Tone of={row['kind'] === 'binary' && row['came'] !== 1 ? 'against' : 'good'}>
          {cameSaid(row, words())}
        </Tone>
      )
    case 'void':
      return <Tone of="quiet">{say('void')}</Tone>
    case 'locked':
      return (
        <Tone of="second">
          {saying('locked, to be resolved on {day}', {
            day: <When at={String(row['resolvesOn'])} />,
          })}
        </Tone>
      )
    default:
      return (
        <Tone of="second">
          {saying('open, to be resolved on {day}', {
            day: <When at={String(row['resolvesOn'])} />,
          })}
        </Tone>
      )
  }
}
