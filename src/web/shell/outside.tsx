import type { ReactNode } from 'react'
import { RemoteProblem } from '../client/api.ts'
import { refresh } from '../client/cache.ts'
import { Button, LinkButton } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { letOutIn } from '../client/let-out.ts'
import { DoorPage } from './door-page.tsx'
import { letOutSaid } from './let-out-said.ts'

/** Nobody is signed in, or nothing answers: what it is and what to do. */
export function Outside({ error }: { readonly error: Error }): ReactNode {
  const status = error instanceof RemoteProblem ? error.status : undefined
  const signedOut = status === 401
  const why = error instanceof RemoteProblem ? letOutIn(error.facts['why']) : 'over'
  const title = signedOut
    ? why === 'over'
      ? say('You are not signed in here.')
      : letOutSaid(why).title
    : status === 404
      ? say('There is no page at this address.')
      : say('Throughline does not answer.')
  return (
    <DoorPage
      title={title}
      verbs={
        <>
          {signedOut && (
            <LinkButton kind="primary" href="/sign-in">
              {say('Sign in')}
            </LinkButton>
          )}
          {status === 404 && <LinkButton href="/">{say('To the workspace')}</LinkButton>}
          <Button onPress={refresh}>{say('Try again')}</Button>
        </>
      }
    >
      {signedOut && why !== 'over' ? (
        <p>{letOutSaid(why).helps}</p>
      ) : signedOut ? (
        <p>
          {saying(
            'On the machine that runs Throughline, {command} prints a link that signs you in once. Open it in this browser.',
            { command: <Code>npx throughline sign-in</Code> },
          )}
        </p>
      ) : (
        <p>{error.message}</p>
      )}
    </DoorPage>
  )
}
