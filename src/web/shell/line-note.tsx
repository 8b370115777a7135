import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button } from '../kit/button.tsx'
import { Link } from '../kit/link.tsx'
import { Note } from '../kit/note.tsx'
import styles from './line-note.module.css'
import { useLine } from './workplace.ts'

const Outbox = lazy(async () => ({ default: (await import('./outbox.tsx')).Outbox }))

/** Says when the server is out of reach, and what waits for it; says nothing while all is well. */
export function LineNote(): ReactNode {
  const { state, entries } = useLine()
  const [open, setOpen] = useState(false)
  const waiting = entries.filter((entry) => entry.state === 'waiting').length
  const asking = entries.length - waiting
  const away = state === 'away' || state === 'ended'
  if (!away && asking === 0 && !open) return null
  const show = (
    <Button kind="quiet" onPress={() => setOpen(true)}>
      Look at {entries.length === 1 ? 'it' : 'them'}
    </Button>
  )
  return (
    <div className={styles.line}>
      {asking > 0 && (
        <Note
          kind="error"
          role="alert"
          title={`${asking} ${asking === 1 ? 'change needs' : 'changes need'} a word of yours.`}
          foot={show}
        >
          {asking === 1 ? 'It was' : 'They were'} made while Throughline was out of reach. Nothing
          is lost and nothing was overwritten.
        </Note>
      )}
      {away && asking === 0 && (
        <Note
          kind="plain"
          role="status"
          title={
            state === 'ended' ? 'You are signed out here.' : 'Throughline does not answer just now.'
          }
          foot={
            state === 'ended' ? (
              <Link href="/sign-in">Sign in again</Link>
            ) : waiting > 0 ? (
              show
            ) : undefined
          }
        >
          {waiting === 0
            ? 'You can go on: what you change is kept in this browser and goes when it is back.'
            : `${waiting} ${waiting === 1 ? 'change is' : 'changes are'} kept in this browser and ${waiting === 1 ? 'goes' : 'go'} when it is back.`}
        </Note>
      )}
      <Suspense>{open && <Outbox entries={entries} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  )
}
