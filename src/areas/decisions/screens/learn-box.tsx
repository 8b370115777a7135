import { useMemo, useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Aside, Box } from '../../../web/kit/aside.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Disclosure } from '../../../web/kit/disclosure.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { counted, inside, say, words } from '../../../web/words/say.ts'
import type { Learnt } from '../rules/certainty.ts'
import { factors } from '../rules/factors.ts'
import type { How } from '../rules/how-learnt.ts'
import { learningOf, type Learning, type Lesson, type TestLesson } from '../rules/learning.ts'
import { PlanExperiment } from './plan-experiment.tsx'
import { roundly } from './ranking-said.ts'
import type { OpenTests } from './use-tests.ts'
import styles from './ranking.module.css'

/** Beside the order: what to test or learn before choosing, when to stop asking, and what would change the choice. */
export function LearnBox({
  learnt,
  isBehind,
  ideas,
  tests,
}: {
  /** Null until there is one. */
  readonly learnt: Learnt | null
  /** Is another being worked out? */
  readonly isBehind: boolean
  readonly ideas: readonly Row[]
  readonly tests: OpenTests
}): ReactNode {
  const learning = useMemo(
    () => (learnt === null ? null : learningOf(learnt, { ideas, ...tests }, words())),
    [learnt, ideas, tests],
  )
  const says = say('Working out what to learn…')
  if (learning === null)
    return (
      <Aside label={say('What to learn next')}>
        <Box title={say('What to learn next')}>
          <p className={styles.says}>{says}</p>
        </Box>
      </Aside>
    )
  const { perfect, how, flip } = learning
  return (
    <Aside label={say('What to learn next')}>
      <Box title={say('What to learn next')}>
        <p className={styles.says}>{isBehind ? says : learning.says}</p>
        <Lessons learning={learning} />
      </Box>
      <Tests learning={learning} />
      {perfect > 0 && how !== null && (
        <Box title={say('When to stop asking')}>
          <p className={styles.says}>
            {say(
              'Knowing everything would be worth {perfect} here, in the unit of the score. A test that costs more is not worth it.',
              { perfect: roundly(perfect) },
            )}
          </p>
          <HowSaid how={how} />
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

function Lessons({ learning }: { readonly learning: Learning }): ReactNode {
  const site = useSite()
  const [planning, setPlanning] = useState<Lesson | null>(null)
  const { lessons, tests } = learning
  if (lessons.length === 0) return null
  const open = lessons.find(
    ({ ref, factor }) => !tests.some((test) => test.idea === ref && test.factor === factor),
  )
  return (
    <>
      <ol className={styles.lessons}>
        {lessons.slice(0, mostShown).map((lesson) => {
          const { id, ref, factor, asks, title, value, share, how } = lesson
          return (
            <li key={`${id} ${factor}`}>
              <span className={styles.asks}>{asks}</span>
              <span className={styles.worth}>
                <span className={styles.share} aria-hidden="true">
                  <i style={{ inlineSize: `${Math.round(share * 100)}%` }} />
                </span>
                <b>{roundly(value)}</b>
              </span>
              <Link href={site.to('ideas', ref)}>
                <Code>{ref}</Code> {title}
              </Link>
              <HowSaid how={how} />
            </li>
          )
        })}
      </ol>
      {open !== undefined && mayTry(site, 'plan-experiment') && (
        <p className={styles.plan}>
          <Button onPress={() => setPlanning(open)}>
            {say('Plan an experiment: {factor} of {ref}', {
              factor: inside(factors[open.factor].label, 'idea'),
              ref: open.ref,
            })}
          </Button>
        </p>
      )}
      {planning !== null && <PlanExperiment lesson={planning} onClose={() => setPlanning(null)} />}
    </>
  )
}

function Tests({ learning: { tests, unvalued } }: { readonly learning: Learning }): ReactNode {
  const { to } = useSite()
  if (tests.length + unvalued.length === 0) return null
  return (
    <Box
      title={say('Experiments, by what they bring a day')}
      foot={say('(Value − cost) ÷ days, in the unit of the score.')}
    >
      <ol className={styles.lessons}>
        {tests.slice(0, mostShown).map((test) => (
          <li key={test.id}>
            <Link href={to('experiments', test.ref)}>
              <Code>{test.ref}</Code> {test.title}
            </Link>
            <span className={styles.asks}>{bringsSaid(test)}</span>
            <b>{roundly(test.rate)}</b>
            <HowSaid how={test.how} />
          </li>
        ))}
        {unvalued.map(({ id, ref, title, says }) => (
          <li key={id}>
            <Link href={to('experiments', ref)}>
              <Code>{ref}</Code> {title}
            </Link>
            <span className={styles.lacks}>{says}</span>
          </li>
        ))}
      </ol>
    </Box>
  )
}

const bringsSaid = ({ value, cost, days, pays, state }: TestLesson): string => {
  const brings = counted(
    days,
    'Worth {value}, costs {cost}, takes # day',
    'Worth {value}, costs {cost}, takes # days',
    { value: roundly(value), cost: roundly(cost) },
  )
  if (!pays) return say('{brings}: does not pay', { brings })
  return state === 'running' ? say('{brings}: under way', { brings }) : brings
}

/** How a figure came about, opened where it stands. */
function HowSaid({ how }: { readonly how: How }): ReactNode {
  return (
    <div className={styles.how}>
      <Disclosure title={say('How this came about')}>
        <ul className={styles.steps}>
          {how.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
        <p>
          <Code>{how.formula}</Code>
        </p>
        <p className={styles.source}>{how.source}</p>
      </Disclosure>
    </div>
  )
}
