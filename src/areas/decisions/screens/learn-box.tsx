import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Aside, Box } from '../../../web/kit/aside.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { say, words } from '../../../web/words/say.ts'
import type { Certainty } from '../rules/certainty.ts'
import { learningOf } from '../rules/learning.ts'
import { roundly } from './ranking-said.ts'
import styles from './ranking.module.css'

/** Beside the order: what to learn before choosing, when to stop asking, and what would change the choice. */
export function LearnBox({
  certainty,
  ideas,
}: {
  readonly certainty: Certainty
  readonly ideas: readonly Row[]
}): ReactNode {
  const { to } = useSite()
  const { says, lessons, perfect, flip } = learningOf(certainty, ideas, words())
  return (
    <Aside label={say('What to learn next')}>
      <Box title={say('What to learn next')}>
        <p className={styles.says}>{says}</p>
        {lessons.length > 0 && (
          <ol className={styles.lessons}>
            {lessons.slice(0, mostShown).map(({ id, ref, factor, asks, title, value, share }) => (
              <li key={`${id} ${factor}`}>
                <span className={styles.asks}>{asks}</span>
                <span className={styles.worth}>
                  <span className={styles.share} aria-hidden="true">
                    <i style={{ inlineSize: `${Math.round(share * 100)}%` }} />
                  </span>
                  <b>{roundly(value)}</b>
                </span>
                <Link href={to('ideas', ref)}>
                  <Code>{ref}</Code> {title}
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Box>
      {perfect > 0 && (
        <Box title={say('When to stop asking')}>
          <p className={styles.says}>
            {say(
              'Knowing everything would be worth {perfect} here, in the unit of the score. A test that costs more is not worth it.',
              { perfect: roundly(perfect) },
            )}
          </p>
        </Box>
      )}
      {flip !== null && (
        <Box title={say('What would flip it')}>
          <p className={styles.says}>{flip}</p>
        </Box>
      )}
    </Aside>
  )
}

const mostShown = 5
