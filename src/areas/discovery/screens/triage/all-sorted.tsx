import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Button, Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { paceOf, type Sitting } from './sitting.ts'
import { timeSaid, words } from './words.ts'

/** Nothing waits: what was done, and where one goes from here. */
export function AllSorted({
  sitting,
  onBack,
}: {
  readonly sitting: Sitting
  readonly onBack: () => void
}): ReactNode {
  const { to } = useSite()
  const pace = paceOf(sitting)
  return (
    <Empty
      title={words.nothingWaits}
      action={
        <Buttons>
          <LinkButton kind="primary" keys="G N" href={to('needs')}>
            {words.toNeeds}
          </LinkButton>
          <LinkButton keys="G F" href={to('feedback')}>
            {words.toFeedback}
          </LinkButton>
          <LinkButton keys="G M" href={to('import')}>
            {words.toImport}
          </LinkButton>
          {pace !== null && (
            <Button keys="Ctrl Z" onPress={onBack}>
              {words.steps.undo}
            </Button>
          )}
        </Buttons>
      }
    >
      {pace !== null && <p>{words.thisSitting(pace.sorted, timeSaid(pace.ms))}</p>}
    </Empty>
  )
}
