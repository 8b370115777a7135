import type { ReactNode } from 'react'
import { Button } from '../button.tsx'
import { Code } from '../code.tsx'
import { Kbd } from '../kbd.tsx'
import { Link } from '../link.tsx'
import { Mark } from '../mark.tsx'
import { MiniLine } from '../mini-line.tsx'
import { PageHead } from '../page-head.tsx'
import { Prose } from '../prose.tsx'
import { Section } from '../section.tsx'
import { Row, Sheet } from '../sheet.tsx'

export const FirstPage = (): ReactNode => (
  <Sheet
    head={
      <PageHead
        size="display"
        mark={<Mark station="heard" size={24} />}
        title="From what somebody said to what became of it, in one line."
        stand="Throughline carries evidence to decisions and back. Pick a door; all three lead to the same desk."
      />
    }
    folio={
      <>
        <span>
          ready in 4.1 s, data in <Code>./throughline-data</Code>
        </span>
        <span>
          <Link href="#">Restore a backup</Link> · <Link href="#">Read the manual</Link> ·{' '}
          <Kbd>?</Kbd> keys
        </span>
      </>
    }
  >
    <Row mark={<Mark station="understood" size={24} />}>
      <Section rule="block" title="Walk through a company that has done this for two years">
        <Prose>Linnet makes ward software for animal hospitals.</Prose>
        <p>
          <MiniLine mask={255} />
        </p>
        <Button kind="primary">Open Linnet</Button>
      </Section>
    </Row>
  </Sheet>
)
