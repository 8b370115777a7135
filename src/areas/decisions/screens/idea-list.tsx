import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { MergeVerb } from '../../../web/derived/merge.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { LinkButton } from '../../../web/kit/button.tsx'
import { say } from '../../../web/words/say.ts'
import { Promote } from './promote.tsx'

/** What the list of ideas offers beyond adding one. */
export function IdeaActions(): ReactNode {
  const { to } = useSite()
  return (
    <>
      <LinkButton keys="G K" href={to('ranking')}>
        {say('Rank')}
      </LinkButton>
      <LinkButton keys="G P" href={to('portfolio')}>
        {say('Choose a set')}
      </LinkButton>
    </>
  )
}

/** What can be done with several ideas. */
export function IdeaBulk({
  rows,
  onDone,
}: {
  readonly rows: readonly Row[]
  readonly onDone: () => void
}): ReactNode {
  const ideas = rows.map((row) => ({ ref: row.ref, title: String(row['title']) }))
  return (
    <>
      <Promote ideas={ideas} onDone={onDone} />
      <MergeVerb command="merge-ideas" rows={rows} onDone={onDone} />
    </>
  )
}
