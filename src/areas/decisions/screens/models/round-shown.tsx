import { useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { IntervalBar } from '../../../../web/kit/interval-bar.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Section } from '../../../../web/kit/section.tsx'
import { counted, say, words } from '../../../../web/words/say.ts'
import { cellsSaid, disagreementSaid, type CellSaid } from '../../rules/models/disagreement.ts'
import { ratersOf, type Criterion } from '../../rules/models/model.ts'
import { Answers } from './model-opened.tsx'
import { RatingCell } from './rating-cell.tsx'
import styles from './models.module.css'

const mostAtFirst = 12

/** What all said in a round: the largest disagreements first, each with who said what, and one’s own to be said again. */
export function RoundShown({
  row,
  ideas,
  criteria,
  ratings,
}: {
  readonly row: Row
  readonly ideas: readonly Row[]
  readonly criteria: readonly Criterion[]
  readonly ratings: readonly Row[]
}): ReactNode {
  const [most, setMost] = useState(mostAtFirst)
  const rated = criteria.filter(({ source }) => source === 'ratings')
  const cells = cellsSaid(
    ideas.map(({ id }) => id),
    rated,
    ratings,
  )
  return (
    <Section title={say('What was said')} note={say('the largest disagreements first')}>
      {cells.slice(0, most).map((cell) => {
        const idea = ideas.find(({ id }) => id === cell.ideaId)
        const criterion = rated.find(({ id }) => id === cell.criterionId)
        return idea === undefined || criterion === undefined ? null : (
          <Cell
            key={`${cell.ideaId} ${cell.criterionId}`}
            cell={cell}
            idea={idea}
            criterion={criterion}
            row={row}
            ratings={ratings}
          />
        )
      })}
      {cells.length > most && (
        <Button onPress={() => setMost(cells.length)}>
          {counted(cells.length - most, 'Show # more', 'Show # more')}
        </Button>
      )}
    </Section>
  )
}

function Cell({
  cell,
  idea,
  criterion,
  row,
  ratings,
}: {
  readonly cell: CellSaid
  readonly idea: Row
  readonly criterion: Criterion
  readonly row: Row
  readonly ratings: readonly Row[]
}): ReactNode {
  const site = useSite()
  const says = disagreementSaid(cell, criterion)
  const isAsked =
    Array.isArray(row['raterIds']) && (row['raterIds'] as readonly string[]).includes(site.me.id)
  const mine = ratings.find(
    (one) =>
      one['raterId'] === site.me.id &&
      one['ideaId'] === idea.id &&
      one['criterionId'] === criterion.id,
  )
  return (
    <div className={styles.disagreement}>
      <span className={styles.head}>
        {criterion.title}: <Link href={site.to('ideas', idea.ref)}>{String(idea['title'])}</Link>
      </span>
      {cell.mean !== null && cell.least !== null && cell.most !== null && (
        <span className={styles.bar}>
          <IntervalBar
            low={cell.least}
            middle={cell.mean}
            high={cell.most}
            scale={{ from: criterion.least ?? 0, to: criterion.most ?? cell.most }}
            says={say('from {least} to {most}, {mean} on average', {
              least: figure(cell.least),
              most: figure(cell.most),
              mean: figure(cell.mean),
            })}
          />
          <b>{figure(Math.round(cell.mean * 100) / 100)}</b>
        </span>
      )}
      <Answers cell={cell} />
      {says !== null && <span className={styles.note}>{words().told(says)}</span>}
      {isAsked && mayTry(site, 'rate') && ratersOf(criterion, [site.me.id]).length > 0 && (
        <span className={styles.note}>
          {say('Yours now')} <RatingCell idea={idea} criterion={criterion} mine={mine} />
        </span>
      )}
    </div>
  )
}
