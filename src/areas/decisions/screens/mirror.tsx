import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useKeys } from '../../../web/derived/use-key.ts'
import { Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { When } from '../../../web/kit/when.tsx'
import { counted, number, say, words } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import type { Mirror } from '../rules/mirror.ts'
import { aboutSaid, leaningOf, leaningSaid, mirrorSaid } from '../rules/mirror-said.ts'
import { CalibrationChart, CalibrationTable, SmallCurve } from './mirror-chart.tsx'
import { DecisionsNav } from './decisions-nav.tsx'
import { MirrorFigures, figuresOf } from './mirror-figures.tsx'
import { LastResolved, LookedBack, NextToResolve } from './mirror-lists.tsx'
import { TeamMirrorSection } from './mirror-team.tsx'
import styles from './mirror.module.css'
import { today } from './this-day.ts'
import { useMirror } from './use-mirror.ts'

/**
 * What one said oneself, and what came of it. It shows whoever is signed in, and takes nobody's name: there
 * is no address at which somebody else's could be asked for.
 */
export function MirrorPage(): ReactNode {
  const { me, to } = useSite()
  const found = useMirror(me.id)
  useKeys({ p: () => print() })
  if (found === null)
    return (
      <Sheet
        head={
          <PageHead
            title={
              <>
                <Title says={say('The mirror')} />
                {say('Reading…')}
              </>
            }
          />
        }
      >
        {null}
      </Sheet>
    )
  const { mirror, rows } = found
  const { title, stand, named, advice } = mirrorSaid(mirror, words())
  const { scores } = mirror
  return (
    <Sheet
      margin={
        <>
          <DecisionsNav at="mirror" />
          <MirrorFigures mirror={mirror} />
        </>
      }
      head={
        <PageHead
          size="display"
          mark={<Mark station="learned" size={24} />}
          kick={
            <>
              <span>{say('The mirror')}</span>
              <span>{say('{name}, private', { name: me.name })}</span>
              <span>{saying('to {day}', { day: <When at={today()} /> })}</span>
            </>
          }
          title={
            <>
              <Title says={say('The mirror')} />
              {title}
              {'.'}
            </>
          }
          stand={stand}
          actions={
            <Buttons>
              <LinkButton href={to('predictions')}>{say('All predictions')}</LinkButton>
            </Buttons>
          }
        >
          <div className={styles.printed}>
            <Facts items={figuresOf(mirror)} />
          </div>
        </PageHead>
      }
      folio={<Folio mirror={mirror} />}
    >
      <Row>
        {mirror.missing > 0 ? (
          <>
            <LookedBack rows={rows} />
            <div className={styles.two}>
              <Tries advice={advice} />
              <NextToResolve mirror={mirror} />
            </div>
            <LastResolved mirror={mirror} decisions={rows.decisions} />
          </>
        ) : (
          <>
            <div className={styles.two}>
              {scores === null ? (
                <Tries advice={advice} />
              ) : (
                <CalibrationChart points={scores.points} named={named} name="mirror" />
              )}
              <div>
                {scores !== null && (
                  <>
                    <CalibrationTable points={scores.points} named={named} />
                    <Tries advice={advice} />
                  </>
                )}
                <NextToResolve mirror={mirror} />
              </div>
            </div>
            <ByAsked mirror={mirror} />
            <LastResolved mirror={mirror} decisions={rows.decisions} />
            <LookedBack rows={rows} />
          </>
        )}
        <TeamMirrorSection />
      </Row>
    </Sheet>
  )
}

function Tries({ advice }: { readonly advice: string }): ReactNode {
  return (
    <section className={styles.box}>
      <h2>{say('What to try')}</h2>
      <p className={styles.try}>{advice}</p>
    </section>
  )
}

/** Small multiples: each kind of question with its own curve, drawn only from ten on. */
function ByAsked({ mirror }: { readonly mirror: Mirror }): ReactNode {
  if (mirror.byAbout.length === 0) return null
  return (
    <Section title={say('By what was asked')}>
      <div className={styles.smalls}>
        {mirror.byAbout.map((one) => {
          const leaning = leaningOf(one)
          return (
            <figure key={one.about}>
              <SmallCurve points={one.scores?.points ?? []} />
              <figcaption>
                <b>{aboutSaid(one.about, words())}</b>
                <span className={styles.quiet}>
                  {counted(one.n, '# prediction', '# predictions')}
                  {one.scores !== null &&
                    `, ${say('Brier {score}', { score: digits(one.scores.brier) })}`}
                </span>
                <Tone of={leaning === 'about right' ? 'second' : 'watch'}>
                  {leaningSaid(leaning, words())}
                </Tone>
              </figcaption>
            </figure>
          )
        })}
      </div>
    </Section>
  )
}

const digits = (value: number): string =>
  number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 })

function Folio({ mirror }: { readonly mirror: Mirror }): ReactNode {
  return (
    <>
      <span>{say('Brier 1950, decomposition Murphy 1973, intervals Wilson 1927')}</span>
      <span>
        {counted(
          mirror.open.length,
          '# prediction of yours is still to be resolved',
          '# predictions of yours are still to be resolved',
        )}
      </span>
    </>
  )
}
