import type { ReactNode } from 'react'
import { RemoteProblem } from '../client/api.ts'
import { refresh } from '../client/cache.ts'
import { Button } from '../kit/button.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { say } from '../words/say.ts'

/** A page that could not be read: why, and the one thing to do. `instead` leads on where asking again is idle. */
export function ReadingProblem({
  error,
  what,
  instead,
}: {
  readonly error: Error
  readonly what: string
  readonly instead?: ReactNode
}): ReactNode {
  if (error instanceof RemoteProblem && error.code === 'denied')
    return (
      <ProblemNote
        says={say('You may not see {what} here. {why}', { what, why: error.message })}
        actions={instead}
      />
    )
  if (error instanceof RemoteProblem && (error.code === 'unknown' || error.code === 'gone'))
    return <ProblemNote says={error.message} actions={instead} />
  return (
    <ProblemNote
      says={error.message}
      reference={
        error instanceof RemoteProblem && typeof error.facts['reference'] === 'string'
          ? error.facts['reference']
          : undefined
      }
      actions={<Button onPress={refresh}>{say('Try again')}</Button>}
    />
  )
}
