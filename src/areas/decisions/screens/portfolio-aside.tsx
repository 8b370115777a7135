import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { Aside, Box } from '../../../web/kit/aside.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { say } from '../../../web/words/say.ts'
import type { Gathered } from '../rules/portfolio/gather.ts'
import type { PortfolioTold } from '../rules/portfolio/told.ts'
import { PlansBox } from './plans-box.tsx'
import { SharesBox } from './shares-box.tsx'
import styles from './portfolio.module.css'

/** Beside the set: what was saved, what is taken for granted, and how it is worked out. */
export function PortfolioAside({
  told,
  given,
  shares,
  onShares,
}: {
  readonly told: PortfolioTold
  readonly given: Gathered
  readonly shares: readonly string[]
  readonly onShares: (next: readonly string[]) => void
}): ReactNode {
  const { to } = useSite()
  const { asked, period = '' } = given
  return (
    <Aside label={say('Plans, and how this comes about')}>
      <PlansBox
        saving={{
          period,
          ideaIds: told.chosen.map(({ id }) => id),
          mustIds: asked.mustIds,
          neverIds: asked.neverIds,
          shares: asked.shares.map(
            ({ name, atLeast }) => `${name}: ${Math.round(atLeast * 1000) / 10} %`,
          ),
          gap: told.gap,
        }}
      />
      <SharesBox shares={shares} onShares={onShares} />
      {told.notes.length > 0 && (
        <Box title={say('Taken for granted')}>
          {told.notes.map(({ says }) => (
            <p key={says} className={styles.says}>
              {says}
            </p>
          ))}
          <p className={styles.note}>
            <Link href={to('costs')}>{say('What ideas take of each function')}</Link>
          </p>
        </Box>
      )}
      <Box title={say('How this comes about')}>
        <Disclosure title={say('What is solved, and how')}>
          <p className={styles.says}>{told.rule}</p>
          <p className={styles.says}>
            {say(
              'Of all sets in which each function has room and every rule is kept, the one with the largest value is found by HiGHS (Huangfu and Hall, 2018), here in this browser; its own bound is the proof.',
            )}
          </p>
          <p className={styles.says}>
            {told.draws > 0
              ? say(
                  'How sure it is: {draws} draws of values and costs by seed {seed}, each solved anew; intervals by Wilson (1927).',
                  { draws: told.draws, seed: told.seed },
                )
              : (told.sure ?? say('being worked out …'))}
          </p>
        </Disclosure>
      </Box>
    </Aside>
  )
}
