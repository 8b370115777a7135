import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { MarginList } from '../../../web/kit/margin-list.tsx'
import { label, say } from '../../../web/words/say.ts'
import { groupings, type Grouping } from '../rules/group-items.ts'
import type { RoadmapEntry } from '../rules/roadmap-of.ts'

/** Beside the page: how it is gathered, and what hangs in the air. */
export function Margin({
  by,
  loose,
}: {
  /** As it stands, or by one of the groupings. */
  readonly by: Grouping | undefined
  readonly loose: readonly RoadmapEntry[]
}): ReactNode {
  const { to } = useSite()
  const views = [undefined, ...groupings]
  return (
    <>
      <MarginList
        title={say('Read by')}
        items={views.map((name) => ({
          href: name === undefined ? to('roadmap') : `${to('roadmap')}?group=${name}`,
          label: readSaid(name),
          current: name === by,
        }))}
      />
      {loose.length > 0 && (
        <MarginList
          title={say('Hangs in the air')}
          narrow="hidden"
          items={loose.slice(0, mostLoose).map((entry) => ({
            href: to('roadmap-items', entry.ref, 'why'),
            label: entry.title,
          }))}
        />
      )}
    </>
  )
}

function readSaid(by: Grouping | undefined): string {
  switch (by) {
    case undefined:
      return say('Now, next, later')
    case 'team':
      return label('Team')
    case 'objective':
      return label('Objective')
    case 'product':
      return label('Product')
  }
}

const mostLoose = 8
