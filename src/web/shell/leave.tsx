import { useState, type ReactNode } from 'react'
import { write } from '../client/api.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { say } from '../words/say.ts'
import { noteLeft } from './left.ts'
import { forgetMe } from './me.ts'
import { useAttempt } from './use-attempt.ts'
import type { Workspace } from './workspaces.tsx'

/** The way out of a workspace, asked about first: nobody takes it back alone. */
export function Leave({
  here,
  others,
}: {
  readonly here: Workspace
  readonly others: readonly Workspace[]
}): ReactNode {
  const [asking, setAsking] = useState(false)
  const [pending, setPending] = useState(false)
  const { problem, attempt } = useAttempt()
  const { name } = here
  const leave = async (): Promise<void> => {
    setPending(true)
    await attempt(async () => {
      await write('POST', '/leave')
      if (others.length > 0) noteLeft(name)
      await forgetMe()
      location.assign('/')
    })
    setPending(false)
  }
  return (
    <>
      <Button onPress={() => setAsking(true)}>{say('Leave this workspace')}</Button>
      <Dialog
        role="alertdialog"
        title={say('Leave {name}?', { name })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button slot="close">{say('Stay')}</Button>
            <Button kind="primary" pending={pending} onPress={() => void leave()}>
              {say('Leave {name}', { name })}
            </Button>
          </>
        }
      >
        {problem !== null && <ProblemNote says={problem.message} />}
        <p>
          {say(
            'You see nothing of it any more, and only a new invitation brings you back. The API keys that you made end. What you wrote stays, in your name.',
          )}
        </p>
      </Dialog>
    </>
  )
}
