import type { ReactNode } from 'react'
import { leastRole } from '../../engine/access.ts'
import type { RecordKind } from '../../engine/record.ts'
import { mayNotCreate } from '../../engine/may-not-create.ts'
import { LinkButton } from '../kit/button.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { say, words } from '../words/say.ts'
import { addSaid, things } from './field-words.ts'
import { useSite } from './site.ts'

/** A page on which one may do nothing says so before anything is typed, and leads back. */
export function MayNot({
  title,
  says,
  back,
}: {
  readonly title: string
  readonly says: string
  readonly back: { readonly href: string; readonly says: string }
}): ReactNode {
  return (
    <Sheet head={<PageHead title={title} />}>
      <Row>
        <ProblemNote says={says} actions={<LinkButton href={back.href}>{back.says}</LinkButton>} />
      </Row>
    </Sheet>
  )
}

/** The same for the page on which rows of a record are made. */
export function MayNotCreate({ kind }: { readonly kind: RecordKind }): ReactNode {
  const { me, to } = useSite()
  const least = leastRole(kind.create)
  return (
    <MayNot
      title={addSaid(kind)}
      says={
        least === undefined
          ? say('You may not create {records} here.', { records: things(kind) })
          : words().told(mayNotCreate(kind, least, me.role))
      }
      back={{ href: to(kind.plural), says: say('To all {things}', { things: things(kind) }) }}
    />
  )
}
