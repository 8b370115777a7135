import { lazy, Suspense, type ReactNode } from 'react'
import type { RecordKind } from '../../engine/record.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useNotesInAll } from '../derived/row-notes.ts'
import { useSite } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { Aside } from '../kit/aside.tsx'
import { LinkButton } from '../kit/button.tsx'
import { Link } from '../kit/link.tsx'
import { Mark } from '../kit/mark.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { Tone } from '../kit/tone.tsx'
import type { StationName } from '../kit/stations.ts'
import { label, say } from '../words/say.ts'
import type { Counted } from './counts.ts'
import { News } from './news.tsx'
import { useGaps, type Gaps } from './next-step.ts'
import styles from './today.module.css'

const DueSoon = lazy(async () => ({
  default: (await import('../../areas/decisions/screens/due/due-soon.tsx')).DueSoon,
}))

/** How far the line has come: a count a station, the one thing to do next, what changed last. */
export function Today({
  counts,
  error,
}: {
  readonly counts: readonly Counted[]
  readonly error: Error | undefined
}): ReactNode {
  const { to } = useSite()
  const gaps = useGaps()
  const toMend = useNotesInAll()
  return (
    <Sheet
      head={
        <PageHead
          title={
            <>
              <Title says={say('Home')} />
              {findingOf(counts)}
            </>
          }
        >
          {gaps !== null && <NextSteps gaps={gaps} />}
          {toMend !== null && (
            <p className={styles.mend}>
              <Link href={toMend.href}>{toMend.says}</Link>
            </p>
          )}
        </PageHead>
      }
      aside={
        <Aside label={say('Moved since you looked')}>
          <Suspense>
            <DueSoon />
          </Suspense>
          <News />
        </Aside>
      }
    >
      {error !== undefined && (
        <Row>
          <ReadingProblem error={error} what={say('the counts')} />
        </Row>
      )}
      {counts.map(({ kind, total, said }) => (
        <Row
          key={kind.name}
          mark={
            <Mark
              station={kind.station as StationName}
              size={24}
              state={(total ?? 0) > 0 ? 'done' : 'missing'}
            />
          }
        >
          <p className={styles.station}>
            <b className={styles.count}>{said}</b>
            <span className={styles.word}>
              <Link kind="plain" href={to(kind.plural)}>
                {nameOf(kind, total)}
              </Link>
            </span>
            {gaps?.said[kind.name] !== undefined && <Tone of="watch">{gaps.said[kind.name]}</Tone>}
          </p>
        </Row>
      ))}
    </Sheet>
  )
}

function NextSteps({ gaps: { step, others } }: { readonly gaps: Gaps }): ReactNode {
  return (
    <section className={styles.step} aria-label={say('What to do next')}>
      <p className={styles.label}>{say('Next')}</p>
      <p className={styles.says}>{step.says}</p>
      <LinkButton kind="primary" href={step.href}>
        {step.verb}
      </LinkButton>
      {others.length > 0 && (
        <ul className={styles.others} aria-label={say('Needs you')}>
          {others.map(({ says, verb, href }) => (
            <li key={href}>
              <span>{says}</span> <Link href={href}>{verb}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** From the first station to the last that has anything. */
function findingOf(counts: readonly Counted[]): string {
  const full = counts.filter(({ total }) => (total ?? 0) > 0)
  const [first] = full
  const last = full.at(-1)
  if (first === undefined || last === undefined)
    return say('The line begins with the first word heard')
  const sentence = ({ said, total, kind }: Counted): string => `${said} ${nameOf(kind, total)}`
  return first === last
    ? say('{what}, and nothing made of it yet', { what: sentence(first) })
    : say('From {first} to {last}', { first: sentence(first), last: sentence(last) })
}

const nameOf = (kind: RecordKind, total: number | null): string =>
  label(total === 1 ? kind.says.one : kind.says.many, kind.name)
