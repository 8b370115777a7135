import type { ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { mendFocus } from '../kit/lost-focus.ts'
import { Note } from '../kit/note.tsx'
import { useCopy } from '../kit/use-copy.tsx'
import { say } from '../words/say.ts'
import styles from './settings.module.css'

/** A secret on the one occasion on which it is shown. */
export function ToldOnce({
  says,
  secret,
  onDone,
}: {
  readonly says: string
  readonly secret: string
  readonly onDone: () => void
}): ReactNode {
  const { copy, told } = useCopy(secret)
  return (
    <Note kind="armed" role="status" title={says}>
      <div className={styles.secret}>
        <Code>{secret}</Code>
        <Button onPress={copy}>{say('Copy')}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            onDone()
            mendFocus(() => null)
          }}
        >
          {say('I have it')}
        </Button>
        {told}
      </div>
    </Note>
  )
}
