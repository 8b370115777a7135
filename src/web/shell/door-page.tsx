import type { ReactNode } from 'react'
import { Buttons } from '../kit/button.tsx'
import { Masthead } from '../kit/masthead.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Prose } from '../kit/prose.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { say } from '../words/say.ts'

/** A page outside of any workspace: what is the matter, and what one can do. */
export function DoorPage({
  title,
  verbs,
  children,
}: {
  readonly title: string
  readonly verbs: ReactNode
  readonly children: ReactNode
}): ReactNode {
  return (
    <>
      <Masthead
        brand="Throughline"
        home="/"
        says={say('running on this machine, nothing leaves it')}
      />
      <Sheet head={<PageHead size="display" title={title} />}>
        <Row>
          <Prose>{children}</Prose>
          <Buttons>{verbs}</Buttons>
        </Row>
      </Sheet>
    </>
  )
}
