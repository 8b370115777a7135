import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { say, words } from '../../../../web/words/say.ts'
import { cellsSaid, disagreementSaid, type CellSaid } from '../../rules/models/disagreement.ts'
import { ratersOf } from '../../rules/models/model.ts'
import type { Place } from '../../rules/ranking-of.ts'
import { Explained } from '../explained.tsx'
import { RatingCell } from './rating-cell.tsx'
import type { ModelHeld } from './use-model.ts'
import styles from './models.module.css'

/** How a score under a model came about, what each gave, and where one gives one’s own. */
export function ModelOpened({
  of,
  held,
}: {
  readonly of: Place
  readonly held: ModelHeld
}): ReactNode {
  const site = useSite()
  const idea = held.ideas?.find(({ id }) => id === of.id)
  const rated = held.criteria.filter(({ source }) => source === 'ratings')
  const cells = cellsSaid([of.id], rated, held.ratings)
  const may = mayTry(site, 'rate')
  return (
    <>
      <Explained of={of.explanation} />
      {rated.map((criterion) => {
        const cell = cells.find(({ criterionId }) => criterionId === criterion.id)
        const mine = held.ratings.find(
          (row) =>
            row['raterId'] === site.me.id &&
            row['criterionId'] === criterion.id &&
            row['ideaId'] === of.id,
        )
        const isMine = ratersOf(criterion, [site.me.id]).length > 0
        return (
          <div key={criterion.id} className={styles.disagreement}>
            <span className={styles.head}>{criterion.title}</span>
            {may && isMine && idea !== undefined && (
              <RatingCell idea={idea} criterion={criterion} mine={mine} />
            )}
            {cell !== undefined && <Answers cell={cell} />}
            {cell !== undefined && <Differs cell={cell} held={held} />}
          </div>
        )
      })}
    </>
  )
}

function Differs({ cell, held }: { readonly cell: CellSaid; readonly held: ModelHeld }): ReactNode {
  const criterion = held.criteria.find(({ id }) => id === cell.criterionId)
  const says = criterion === undefined ? null : disagreementSaid(cell, criterion)
  return says === null ? null : <span className={styles.note}>{words().told(says)}</span>
}

/** What each gave, by name. */
export function Answers({ cell }: { readonly cell: CellSaid }): ReactNode {
  const nameOf = useNames()
  if (cell.ratings.length === 0 && cell.abstained.length === 0)
    return <span className={styles.note}>{say('Nobody has rated it yet.')}</span>
  return (
    <span className={styles.answers}>
      {cell.ratings.map(({ raterId, low, likely, high }) => (
        <span key={raterId}>
          {say('{name}: {range}', {
            name: nameOf(raterId),
            range:
              low === high
                ? figure(likely)
                : say('{low} to {high}, likely {likely}', {
                    low: figure(low),
                    high: figure(high),
                    likely: figure(likely),
                  }),
          })}
        </span>
      ))}
      {cell.abstained.map((id) => (
        <span key={id}>{say('{name} abstains', { name: nameOf(id) })}</span>
      ))}
    </span>
  )
}

/** People by their id; what a key or a program did is a program’s. */
export function useNames(): (id: string) => string {
  const members: readonly Row[] | undefined = useHeld('member')
  return (id) => String(members?.find((row) => row.id === id)?.['name'] ?? say('a program'))
}
