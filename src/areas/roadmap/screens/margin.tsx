import type { ReactNode } from 'react'
import { useSite } from '../../../web/derived/site.ts'
import { MarginList } from '../../../web/kit/margin-list.tsx'
import { groupings, type Grouping } from '../rules/group-items.ts'
import type { RoadmapEntry } from '../rules/roadmap-of.ts'
import { words } from './words.ts'

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
        title={words.readBy}
        items={views.map((name) => ({
          href: name === undefined ? to('roadmap') : `${to('roadmap')}?group=${name}`,
          label: words.by[name ?? 'none'],
          current: name === by,
        }))}
      />
      {loose.length > 0 && (
        <MarginList
          title={words.inTheAir}
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

const mostLoose = 8
