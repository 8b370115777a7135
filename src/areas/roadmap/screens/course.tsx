import { useMemo, type ReactNode } from 'react'
import { useRead } from '../../../web/client/cache.ts'
import { figure } from '../../../web/derived/figure.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { LinkButton } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Facts } from '../../../web/kit/facts.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Row, Sheet } from '../../../web/kit/sheet.tsx'
import { Tone } from '../../../web/kit/tone.tsx'
import { counted, number, say } from '../../../web/words/say.ts'
import type { CourseTold } from '../views/course.ts'
import { CourseChanges } from './course-changes.tsx'
import { CourseMonths } from './course-months.tsx'

/** Stay the course: how often priorities changed, with a sentence and without one, and what each change cost. */
export function CoursePage({
  margin,
}: {
  /** The way to the other pages about decisions. */
  readonly margin: ReactNode
}): ReactNode {
  const { to } = useSite()
  const { data, error } = useRead<CourseTold>('/views/course')
  const changes = useMemo(
    () => [...(data?.changes ?? [])].toSorted((one, other) => (one.at < other.at ? 1 : -1)),
    [data],
  )
  return (
    <Sheet
      margin={margin}
      head={
        <PageHead
          mark={<Mark station="decided" size={24} />}
          kick={<span>{say('Stay the course')}</span>}
          title={
            <>
              <Title says={say('Stay the course')} />
              {data === undefined ? say('Stay the course') : findingOf(data)}
            </>
          }
        >
          {data !== undefined && data.changes.length > 0 && <Figures course={data} />}
        </PageHead>
      }
    >
      <Row>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={say('the changes of course')} />
        )}
        {data?.changes.length === 0 && (
          <Empty
            title={say('Nothing on the roadmap has changed its place yet.')}
            action={<LinkButton href={to('roadmap')}>{say('To the roadmap')}</LinkButton>}
          >
            {say('Each move between now, next and later is counted here, with its sentence.')}
          </Empty>
        )}
        {data !== undefined && data.changes.length > 0 && (
          <>
            <Section
              title={say('Changes of course a month')}
              note={say('{changes} in {months}, from the first to this one', {
                changes: counted(changes.length, '# change', '# changes|course'),
                months: counted(data.months.length, '# month', '# months|in'),
              })}
            >
              <CourseMonths months={data.months} />
            </Section>
            <Section
              title={say('Each change, and what it cost')}
              note={counted(changes.length, '# change', '# changes|course')}
            >
              <CourseChanges changes={changes} />
            </Section>
            {data.cut && <Tone of="watch">{say('There is more history than was read.')}</Tone>}
          </>
        )}
      </Row>
    </Sheet>
  )
}

function findingOf({ changes, changesAMonth, withoutSentence }: CourseTold): string {
  if (changes.length === 0) return say('The course has held')
  const often = figure(Math.round(changesAMonth * 10) / 10)
  return withoutSentence === 0
    ? say('Priorities change {often} times a month, each with its sentence', { often })
    : say('Priorities change {often} times a month, {share} % without a sentence', {
        often,
        share: Math.round((withoutSentence / changes.length) * 100),
      })
}

function Figures({ course }: { readonly course: CourseTold }): ReactNode {
  const aside = course.months.reduce((sum, { daysSetAside }) => sum + daysSetAside, 0)
  return (
    <Facts
      items={[
        {
          term: say('With a sentence'),
          value: number(course.withSentence),
          note: say('of {count}', { count: course.changes.length }),
        },
        {
          term: say('Work set aside'),
          value: counted(Math.round(aside), '# day', '# days'),
        },
        {
          term: say('Effort begun and left'),
          value: number(course.effortLeft, { maximumFractionDigits: 1 }),
          note: say('person-months'),
        },
        {
          term: say('From question to decision'),
          value:
            course.medianLatency === null
              ? say('not known')
              : counted(Math.round(course.medianLatency), '# day', '# days'),
          note: say('the middle of {count}', { count: course.decided }),
        },
      ]}
    />
  )
}
