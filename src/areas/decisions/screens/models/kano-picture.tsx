import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { counted, say } from '../../../../web/words/say.ts'
import { kanoPoints, type KanoPoint } from '../../rules/models/picture.ts'
import { NothingToPlace, Numbered, titlesOf } from './numbered.tsx'
import { Scatter } from './scatter.tsx'
import { useModel } from './use-model.ts'

/** The Kano chart: how far having an idea lifts across, how far not having it hurts up. */
export function KanoPicture({ row }: { readonly row: Row }): ReactNode {
  const { ideas, criteria, ratings } = useModel(row)
  const all = ideas ?? []
  const points = kanoPoints(
    all.map(({ id }) => id),
    criteria,
    ratings,
  ).toSorted((one, other) => other.worse.middle - one.worse.middle || (one.id < other.id ? -1 : 1))
  if (points.length === 0) return <NothingToPlace />
  const titleOf = titlesOf(all)
  const half = 0.5
  return (
    <>
      <Scatter
        title={say('How far it lifts to have it, and how far it hurts to be without')}
        says={points
          .map(({ id, category }) =>
            say('{title}: {category}', { title: titleOf(id), category: categorySaid(category) }),
          )
          .join('. ')}
        name="kano"
        dots={points.map(({ id, better, worse }) => ({
          id,
          across: better,
          up: worse,
          share: null,
        }))}
        across={{ says: say('having it lifts'), from: 0, to: 1 }}
        up={{ says: say('being without hurts'), from: 0, to: 1 }}
        lines={[
          { from: [half, 0], to: [half, 1], says: say('half') },
          { from: [0, half], to: [1, half], says: say('half of them') },
        ]}
        corners={[
          { at: 'top-start', says: categorySaid('M') },
          { at: 'top-end', says: categorySaid('O') },
          { at: 'bottom-start', says: categorySaid('I') },
          { at: 'bottom-end', says: categorySaid('A') },
        ]}
        figures={{
          columns: [
            say('idea'),
            say('category'),
            say('having it lifts'),
            say('being without hurts'),
            say('answers'),
          ],
          rows: points.map(({ id, category, better, worse, n }) => [
            titleOf(id),
            categorySaid(category),
            better.middle,
            worse.middle,
            n,
          ]),
        }}
      />
      <Numbered
        ideas={all}
        items={points.map(({ id, category, n }) => ({
          id,
          says: say('{category}, {answers}', {
            category: categorySaid(category),
            answers: counted(n, '# answer', '# answers'),
          }),
        }))}
        leftOut={all.length - points.length}
      />
    </>
  )
}

function categorySaid(category: KanoPoint['category']): string {
  switch (category) {
    case 'A':
      return say('attractive')
    case 'O':
      return say('one-dimensional')
    case 'M':
      return say('must-be')
    case 'I':
      return say('indifferent')
    case 'R':
      return say('reverse')
    case 'Q':
      return say('questionable')
  }
}
