import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Link } from '../../../web/kit/link.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { When } from '../../../web/kit/when.tsx'
import { say } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import type { Broken } from '../rules/review-state.ts'
import type { UnderReview } from '../views/under-review.ts'
import { ReviewForm } from './review-form.tsx'

/** Where the line through a row is broken: which decision is under review, why, and the way to set it straight. */
export function UnderReviewNote({ row }: { readonly row: Row }): ReactNode {
  const { data } = useRead<UnderReview>('/views/under-review')
  const refs = data?.rows.find(({ id }) => id === row.id)?.refs ?? []
  return (data?.decisions ?? [])
    .filter(({ ref }) => refs.includes(ref))
    .map((one) => <BrokenNote key={one.ref} broken={one} isHere={one.decisionId === row.id} />)
}

function BrokenNote({
  broken: { ref, title, since, because },
  isHere,
}: {
  readonly broken: Broken
  readonly isHere: boolean
}): ReactNode {
  const { to } = useSite()
  return (
    <Note
      kind="fired"
      title={isHere ? say('Under review') : say('The line is broken here')}
      value={since === null ? undefined : <When at={since} to="day" />}
    >
      {!isHere && (
        <p>
          {saying('{decision} is under review:', {
            decision: (
              <Link href={to('decisions', ref)}>
                {ref} <bdi>{title}</bdi>
              </Link>
            ),
          })}
        </p>
      )}
      {because.map((text) => (
        <p key={text} dir="auto">
          “{text}”
        </p>
      ))}
      <ReviewForm decision={ref} />
    </Note>
  )
}
