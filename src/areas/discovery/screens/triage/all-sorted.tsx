import type { ReactNode } from 'react'
import { addSaid } from '../../../../web/derived/field-words.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { Button, Buttons, LinkButton } from '../../../../web/kit/button.tsx'
import { Empty } from '../../../../web/kit/empty.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { paceOf, type Sitting } from './sitting.ts'
import { timeSaid } from './time-said.ts'

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
      title={say('No feedback waits for a verdict.')}
      action={
        <Buttons>
          <LinkButton kind="primary" keys="G N" href={to('needs')}>
            {say('Read the needs and what speaks for them')}
          </LinkButton>
          <LinkButton keys="G F" href={to('feedback')}>
            {say('All feedback')}
          </LinkButton>
          <LinkButton keys="G M" href={to('import')}>
            {say('Import a file')}
          </LinkButton>
          {pace !== null && (
            <Button keys="Ctrl Z" onPress={onBack}>
              {say('undo')}
            </Button>
          )}
        </Buttons>
      }
    >
      {pace !== null && (
        <p>
          {counted(pace.sorted, 'You sorted # in {time}.', 'You sorted # in {time}.', {
            time: timeSaid(pace.ms),
          })}
        </p>
      )}
    </Empty>
  )
}

/** There is no feedback at all, so nothing could have been sorted. */
export function NothingYet(): ReactNode {
  const { to, catalogue } = useSite()
  return (
    <Empty
      title={say('There is no feedback yet.')}
      action={
        <Buttons>
          <LinkButton kind="primary" keys="G M" href={to('import')}>
            {say('Import a file')}
          </LinkButton>
          <LinkButton href={to('feedback', 'new')}>
            {addSaid(catalogue.record('feedback'))}
          </LinkButton>
        </Buttons>
      }
    >
      {say('What somebody said comes here, one at a time, and waits for your verdict.')}
    </Empty>
  )
}
