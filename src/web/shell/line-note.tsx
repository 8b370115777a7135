import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Note } from '../kit/note.tsx'
import { counted, say } from '../words/say.ts'
import styles from './line-note.module.css'
import { useLine } from './workplace.ts'

const Outbox = lazy(async () => ({ default: (await import('./outbox.tsx')).Outbox }))

/** Says when the server is out of reach, and what waits for it; says nothing while all is well. */
export function LineNote(): ReactNode {
  const { state, entries } = useLine()
  const [open, setOpen] = useState(false)
  const waiting = entries.filter((entry) => entry.state === 'waiting').length
  const asking = entries.length - waiting
  const away = state === 'away'
  if (!away && asking === 0 && !open) return null
  const show = (
    <Button kind="quiet" onPress={() => setOpen(true)}>
      {entries.length === 1 ? say('Look at it') : say('Look at them')}
    </Button>
  )
  return (
    <div className={styles.line}>
      {asking > 0 && (
        <Note
          kind="error"
          role="alert"
          title={counted(
            asking,
            '# change needs a word of yours.',
            '# changes need a word of yours.',
          )}
          foot={show}
        >
          {asking === 1
            ? say(
                'It was made while Throughline was out of reach. Nothing is lost and nothing was overwritten.',
              )
            : say(
                'They were made while Throughline was out of reach. Nothing is lost and nothing was overwritten.',
              )}
        </Note>
      )}
      {away && asking === 0 && (
        <Note
          kind="plain"
          role="status"
          title={say('Throughline does not answer just now.')}
          foot={waiting > 0 ? show : undefined}
        >
          {waiting === 0
            ? say(
                'You can go on: what you change is kept in this browser and goes when it is back.',
              )
            : counted(
                waiting,
                '# change is kept in this browser and goes when it is back.',
                '# changes are kept in this browser and go when it is back.',
              )}
        </Note>
      )}
      <Suspense>{open && <Outbox entries={entries} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  )
}
