import type { ReactNode } from 'react'
import { LinkButton } from '../kit/button.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { say } from '../words/say.ts'

/** An address that leads nowhere. */
export function NotFound(): ReactNode {
  return (
    <Sheet
      head={
        <PageHead
          title={say('There is no page at this address.')}
          stand={say('It may have been written wrongly, or lead to something you may not see.')}
        />
      }
    >
      <Row>
        <LinkButton href="/">{say('To the workspace')}</LinkButton>
      </Row>
    </Sheet>
  )
}
