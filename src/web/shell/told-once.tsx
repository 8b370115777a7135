import { useState, type ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { mendFocus } from '../kit/lost-focus.ts'
import { Note } from '../kit/note.tsx'
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
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied('yes')
    } catch {
      setCopied('no')
    }
  }
  return (
    <Note kind="armed" role="status" title={says}>
      <div className={styles.secret}>
        <Code>{secret}</Code>
        <Button onPress={() => void copy()}>{say('Copy')}</Button>
        <Button
          kind="quiet"
          onPress={() => {
            onDone()
            mendFocus(() => null)
          }}
        >
          {say('I have it')}
        </Button>
        {copied === 'yes' && <span role="status">{say('Copied.')}</span>}
        {copied === 'no' && (
          <span role="status">
            {say('This browser does not allow copying; select it by hand.')}
          </span>
        )}
      </div>
    </Note>
  )
}
