import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Buttons, LinkButton } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { say } from '../../../web/words/say.ts'
import { abouts } from '../rules/mirror.ts'
import { gradeOf, type Likeness } from '../rules/likeness.ts'
import { kindIn } from '../rules/odds.ts'
import { Likes } from './likes.tsx'
import { OddsForm } from './odds-form.tsx'
import { PredictionVerdict } from './prediction-verdict.tsx'
import { StateSaid } from './predictions-on.tsx'
import { WhoSaid } from './who-said.tsx'

/** What a prediction's own page has beyond its fields: who said what, one's odds, and what came. */
export function PredictionMore({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const mine = useHeld('odds')?.find(
    (one) => one['predictionId'] === row.id && one['byId'] === site.me.id,
  )
  const ideas = useHeld('idea')
  const idea = ideas?.find(({ id }) => id === row['ideaId'])
  const about = abouts.find((one) => one === row['about'])
  const likeness: Likeness = {
    kind: kindIn(row),
    ...(about === undefined ? {} : { about }),
    ...(idea === undefined ? {} : { grade: gradeOf(idea.stations) }),
  }
  const may = row['state'] === 'open' && mayTry(site, 'give-odds')
  return (
    <>
      {may && (
        <Section title={say('Your odds')}>
          <Likes likeness={likeness} />
          <OddsForm key={`${row.version} ${mine?.version ?? 0}`} prediction={row} mine={mine} />
        </Section>
      )}
      <Section title={say('Who said what')}>
        <WhoSaid prediction={row} />
      </Section>
      <Section title={say('What came')} note={<StateSaid row={row} />}>
        <PredictionVerdict row={row} />
      </Section>
    </>
  )
}

/** From the list of predictions to what they say of oneself. */
export function PredictionActions(): ReactNode {
  const { to } = useSite()
  return (
    <Buttons>
      <LinkButton href={to('mirror')}>{say('The mirror')}</LinkButton>
    </Buttons>
  )
}
