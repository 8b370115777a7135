import type { ReactNode } from 'react'
import { RemoteProblem } from '../client/api.ts'
import { refresh } from '../client/cache.ts'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Masthead } from '../kit/masthead.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Prose } from '../kit/prose.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'

/** Nobody is signed in, or nothing answers: what it is and what to do. */
export function Outside({ error }: { readonly error: Error }): ReactNode {
  const signedOut = error instanceof RemoteProblem && error.status === 401
  return (
    <>
      <Masthead brand="Throughline" home="/" says="running on this machine, nothing leaves it" />
      <Sheet
        head={
          <PageHead
            size="display"
            title={signedOut ? 'You are not signed in here.' : 'Throughline does not answer.'}
          />
        }
      >
        <Row>
          <Prose>
            {signedOut ? (
              <p>
                On the machine that runs Throughline, <Code>npx throughline sign-in</Code> prints a
                link that signs you in once. Open it in this browser.
              </p>
            ) : (
              <p>{error.message}</p>
            )}
          </Prose>
          <Button onPress={refresh}>Try again</Button>
        </Row>
      </Sheet>
    </>
  )
}
