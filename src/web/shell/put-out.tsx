import type { ReactNode } from 'react'
import type { Ended } from '../client/client.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { counted, say } from '../words/say.ts'
import { DoorPage } from './door-page.tsx'
import { letOutSaid } from './let-out-said.ts'

/** One is let in no more while the page stood open: nothing of it is left, and what was not sent is told. */
export function PutOut({ ended }: { readonly ended: Ended }): ReactNode {
  const { why, unsent } = ended
  const { title, helps } = letOutSaid(why)
  return (
    <DoorPage
      title={title}
      verbs={
        <>
          <LinkButton kind="primary" href="/sign-in">
            {say('Sign in')}
          </LinkButton>
          <Button onPress={() => location.reload()}>{say('Try again')}</Button>
        </>
      }
    >
      <p role="status">{helps}</p>
      {unsent.length > 0 && (
        <>
          <p>
            {why === 'over'
              ? counted(
                  unsent.length,
                  '# change is kept in this browser and goes when you sign in again.',
                  '# changes are kept in this browser and go when you sign in again.',
                )
              : counted(
                  unsent.length,
                  '# change had not gone yet, and is not saved:',
                  '# changes had not gone yet, and are not saved:',
                )}
          </p>
          <ul>
            {unsent.map(({ id, says }) => (
              <li key={id}>{says}</li>
            ))}
          </ul>
        </>
      )}
    </DoorPage>
  )
}
