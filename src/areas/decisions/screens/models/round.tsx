import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Row as RecordRow } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Title } from '../../../../web/derived/title.tsx'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Code } from '../../../../web/kit/code.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Mark } from '../../../../web/kit/mark.tsx'
import { PageHead } from '../../../../web/kit/page-head.tsx'
import { ProblemNote } from '../../../../web/kit/problem.tsx'
import { Row, Sheet } from '../../../../web/kit/sheet.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import { leftToRate, ratedBy } from '../../rules/models/left-to-rate.ts'
import { criteriaOf, criterionIn, type Criterion } from '../../rules/models/model.ts'
import { problemSaid } from './add-model.tsx'
import { idsIn, RoundAside } from './round-aside.tsx'
import { RatingCell } from './rating-cell.tsx'
import { progressSaid } from './round-said.ts'
import { RoundShown } from './round-shown.tsx'
import styles from './models.module.css'

/** A blind round on ideas: one’s own sheet while it is open, what all said once it is shown. */
export function RoundPage({
  row,
  talk,
}: {
  readonly row: RecordRow
  /** What is said about it. */
  readonly talk: ReactNode
}): ReactNode {
  const { to, me } = useSite()
  const held = useRound(row)
  const isShown = row['state'] === 'shown'
  const isAsked = idsIn(row, 'raterIds').includes(me.id)
  const hasAnswered = idsIn(row, 'answeredIds').includes(me.id)
  const model = (useHeld('scoring-model') ?? []).find(({ id }) => id === row['modelId'])
  return (
    <Sheet
      head={
        <PageHead
          mark={<Mark station="proposed" size={24} />}
          kick={
            <>
              <Code>{row.ref}</Code>
              <span>{say('Blind round')}</span>
              {model !== undefined && (
                <Link href={`${to('ranking')}?model=${model.ref}`}>{String(model['title'])}</Link>
              )}
              {typeof row['dueOn'] === 'string' && (
                <span>{saying('due {when}', { when: <When at={row['dueOn']} /> })}</span>
              )}
            </>
          }
          title={
            <>
              <Title says={`${row.ref} ${String(row['title'])}`} />
              {String(row['title'])}
            </>
          }
          stand={
            isShown
              ? say('All answers are shown. Talk about where you differ, and rate again.')
              : row['state'] === 'complete'
                ? say('All answers are in. They are shown in a moment.')
                : say('{progress}. Nobody sees what the others say before all are in.', {
                    progress: progressSaid(row),
                  })
          }
        />
      }
      aside={<RoundAside row={row} />}
    >
      <Row>
        {isShown ? (
          <RoundShown
            row={row}
            ideas={held.ideas}
            criteria={held.criteria}
            ratings={held.ratings}
          />
        ) : !isAsked ? (
          <p>
            {say('This round does not ask you. What was said is shown once all have answered.')}
          </p>
        ) : row['state'] === 'complete' ? (
          <p>{say('You have answered.')}</p>
        ) : (
          <OwnSheet row={row} held={held} hasAnswered={hasAnswered} />
        )}
        {talk}
      </Row>
    </Sheet>
  )
}

interface RoundHeld {
  readonly ideas: readonly RecordRow[]
  readonly criteria: readonly Criterion[]
  readonly ratings: readonly RecordRow[]
}

function useRound(row: RecordRow): RoundHeld {
  const ideas = useHeld('idea')
  const criteria = useHeld('criterion')
  const ratings = useHeld('rating')
  return useMemo(() => {
    const wanted = idsIn(row, 'ideaIds')
    const known = new Map((ideas ?? []).map((one) => [one.id, one] as const))
    return {
      ideas: wanted.flatMap((id) => known.get(id) ?? []),
      criteria: criteriaOf(String(row['modelId']), criteria ?? []).map(criterionIn),
      ratings: (ratings ?? []).filter((one) => one['roundId'] === row.id),
    }
  }, [row, ideas, criteria, ratings])
}

function OwnSheet({
  row,
  held,
  hasAnswered,
}: {
  readonly row: RecordRow
  readonly held: RoundHeld
  readonly hasAnswered: boolean
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const [problem, setProblem] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const { ideas, criteria, ratings } = held
  const own = ratedBy(criteria, site.me.id)
  const left = leftToRate({ criteria, ideas, ratings, raterId: site.me.id })
  const all = ideas.length * own.length
  const moveFrom = (from: number, to: number) => (rows: number, columns: number) => {
    const place = `${from + rows} ${to + columns}`
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${place}"]`)?.focus()
  }
  const handIn = async (abstain: boolean): Promise<void> => {
    setProblem(null)
    try {
      await write(
        say('Handed in: {title}', { title: String(row['title']) }),
        'POST',
        '/commands/hand-in',
        { round: row.id, ...(abstain ? { abstain: true } : {}) },
      )
    } catch (error) {
      setProblem(problemSaid(error))
    }
  }
  const isAbstaining = idsIn(row, 'abstainedIds').includes(site.me.id)
  return (
    <>
      <p className={styles.note}>
        {say('Type a value, a range such as 2 4 5, or ? to abstain. Arrow keys and Enter go on.')}
      </p>
      <div className={styles.sheet}>
        <table ref={table}>
          <caption className={styles.title}>
            {say('{done} of {all} rated', { done: all - left.length, all })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('Idea')}</th>
              {own.map((criterion) => (
                <th key={criterion.id} scope="col">
                  {criterion.title}
                  <small>{scaleSaid(criterion)}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ideas.map((idea, at) => (
              <tr key={idea.id}>
                <th scope="row">
                  <Link href={site.to('ideas', idea.ref)}>{String(idea['title'])}</Link>
                </th>
                {own.map((criterion, column) => (
                  <td key={criterion.id}>
                    <RatingCell
                      idea={idea}
                      criterion={criterion}
                      mine={ratings.find(
                        (one) =>
                          one['raterId'] === site.me.id &&
                          one['ideaId'] === idea.id &&
                          one['criterionId'] === criterion.id,
                      )}
                      place={`${at} ${column}`}
                      onMove={moveFrom(at, column)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problem !== null && <ProblemNote says={problem} />}
      {hasAnswered ? (
        <p>
          <Tone of="good">{say('You have handed in.')}</Tone>{' '}
          {isAbstaining
            ? say('You abstain from what is not rated.')
            : say('Until all are in you may still change what you said.')}
        </p>
      ) : (
        <div className={styles.verbs}>
          <Button kind="primary" disabled={left.length > 0} onPress={() => void handIn(false)}>
            {say('Hand in')}
          </Button>
          {left.length > 0 && (
            <>
              <Button onPress={() => void handIn(true)}>
                {say('Abstain from the rest and hand in')}
              </Button>
              <span className={styles.note}>
                {counted(left.length, '# rating is missing', '# ratings are missing')}
              </span>
            </>
          )}
        </div>
      )}
    </>
  )
}

function scaleSaid({ name, least, most, unit, better }: Criterion): string {
  if (name === 'Functional' || name === 'Dysfunctional')
    return say('1 I like it, 2 I expect it, 3 I do not mind, 4 I can live with it, 5 I dislike it')
  if (name === 'Priority') return say('4 must, 3 should, 2 could, 1 not this time')
  const scale =
    least !== null && most !== null ? say('{from} to {to}', { from: least, to: most }) : unit
  return better === 'lower' ? say('{scale}, less is better', { scale }) : scale
}
