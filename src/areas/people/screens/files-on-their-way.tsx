import type { ReactNode } from 'react'
import { RemoteProblem } from '../../../web/client/api.ts'
import { Button } from '../../../web/kit/button.tsx'
import { ProblemNote } from '../../../web/kit/problem.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { say } from '../../../web/words/say.ts'
import styles from './attachments.module.css'
import type { FileOnItsWay } from './use-attaching.ts'

/** Files that are being sent, and those that were not taken, with what to do about it. */
export function OnTheirWay({
  waiting,
  onAgain,
  onLeave,
}: {
  readonly waiting: readonly FileOnItsWay[]
  readonly onAgain: (one: FileOnItsWay) => void
  readonly onLeave: (one: FileOnItsWay) => void
}): ReactNode {
  return (
    <ul className={styles.waiting}>
      {waiting.map((one) => (
        <li key={one.key}>
          {one.problem === undefined ? (
            <div className={styles.sending}>
              <Progress
                label={say('kB of {name}', { name: one.file.name })}
                done={Math.ceil(one.sent / 1e3)}
                total={Math.ceil(one.file.size / 1e3)}
              />
              <Button
                kind="quiet"
                label={say('Stop sending {name}', { name: one.file.name })}
                onPress={() => onLeave(one)}
              >
                {say('Stop|verb')}
              </Button>
            </div>
          ) : (
            <ProblemNote
              says={`${one.file.name}: ${one.problem.message}`}
              places={one.problem instanceof RemoteProblem ? one.problem.places : []}
              actions={
                <>
                  {mayHelp(one.problem) && (
                    <Button onPress={() => onAgain(one)}>{say('Try again')}</Button>
                  )}
                  <Button kind="quiet" onPress={() => onLeave(one)}>
                    {say('Leave it')}
                  </Button>
                </>
              }
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** Is there hope in sending the same again? What does not fit will not fit the second time. */
const mayHelp = (problem: Error): boolean =>
  !(problem instanceof RemoteProblem) || problem.waits || problem.status >= 500
