import { useMemo, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { say } from '../../../../web/words/say.ts'
import { cellsOf } from '../../rules/models/cells.ts'
import { opportunityOf, pointsOf } from '../../rules/models/picture.ts'
import { roundly } from '../ranking-said.ts'
import { NothingToPlace, Numbered, titlesOf } from './numbered.tsx'
import { Scatter } from './scatter.tsx'
import { useModel } from './use-model.ts'

/** From which score on an opportunity is worth a look, strong, extreme (Ulwick). */
const bounds = [10, 12, 15] as const

/** The landscape of opportunities: importance across, satisfaction up, and the lines at which a score begins. */
export function OpportunityPicture({ row }: { readonly row: Row }): ReactNode {
  const { ideas, criteria, asked, ratings, demand } = useModel(row)
  const [importance, satisfaction] = ['Importance', 'Satisfaction'].map((name) =>
    criteria.find((one) => one.name === name),
  )
  const points = useMemo(() => {
    if (asked === undefined || importance === undefined || satisfaction === undefined) return []
    const cells = cellsOf(asked.ideas, criteria, ratings, demand)
    return pointsOf(asked.ideas, cells, importance, satisfaction, undefined)
      .map((one) => ({ ...one, ...opportunityOf(one) }))
      .toSorted(
        (one, other) => (other.score ?? 0) - (one.score ?? 0) || (one.id < other.id ? -1 : 1),
      )
  }, [asked, criteria, ratings, demand, importance, satisfaction])
  if (points.length === 0) return <NothingToPlace />
  const titleOf = titlesOf(ideas ?? [])
  return (
    <>
      <Scatter
        title={say('Satisfaction by importance: below the lines lie the opportunities')}
        says={points
          .map(({ id, score }) =>
            say('{title}: opportunity {score}', {
              title: titleOf(id),
              score: roundly(score ?? 0),
            }),
          )
          .join('. ')}
        name="opportunities"
        dots={points.map(({ id, across, up }) => ({ id, across, up, share: null }))}
        across={{ says: say('importance'), from: 0, to: 10 }}
        up={{ says: say('satisfaction'), from: 0, to: 10 }}
        lines={[
          { from: [0, 0], to: [10, 10], says: say('as satisfied as it is important'), along: 0.7 },
          // importance + (importance − satisfaction) = bound, as far as it lies in the picture
          ...bounds.map((bound) => ({
            from: [bound / 2, 0] as const,
            to: [10, Math.min(10, 20 - bound)] as const,
            says: say('{score} and more', { score: bound }),
          })),
        ]}
        corners={[
          { at: 'top-start', says: say('over-served') },
          { at: 'bottom-end', says: say('under-served') },
        ]}
        figures={{
          columns: [say('idea'), say('importance'), say('satisfaction'), say('opportunity')],
          rows: points.map(({ id, across, up, score }) => [
            titleOf(id),
            across.middle,
            up.middle,
            score ?? '–',
          ]),
        }}
      />
      <Numbered
        ideas={ideas ?? []}
        items={points.map(({ id, score, reading }) => ({
          id,
          says: say('{score}, {reading}', {
            score: roundly(score ?? 0),
            reading: readingSaid(reading),
          }),
        }))}
        leftOut={(ideas?.length ?? 0) - points.length}
      />
    </>
  )
}

function readingSaid(reading: ReturnType<typeof opportunityOf>['reading']): string {
  switch (reading) {
    case 'extreme':
      return say('extreme')
    case 'strong':
      return say('strong|opportunity')
    case 'worthwhile':
      return say('worth a look')
    case 'over-served':
      return say('over-served')
    case 'low':
    case null:
      return say('low|opportunity')
  }
}
