import type { ReactNode } from 'react'
import { Link } from '../kit/link.tsx'
import { Tone } from '../kit/tone.tsx'
import styles from './derived.module.css'
import { useNote } from './row-notes.ts'

/** What is noted on a row, as a link to where it is told: in brief beside its name, in words on its page. */
export function RowNote({
  id,
  in: how = 'brief',
}: {
  readonly id: string
  readonly in?: 'brief' | 'words'
}): ReactNode {
  const note = useNote(id)
  if (note === undefined) return null
  return (
    <span className={styles.note} data-screen-only="">
      <Link
        kind="plain"
        href={note.href}
        // what is heard begins with what is seen: somebody who speaks to the machine says that
        {...(how === 'brief' ? { label: `${note.brief}: ${note.says}` } : {})}
      >
        <Tone of={note.tone}>{how === 'brief' ? note.brief : note.says}</Tone>
      </Link>
    </span>
  )
}
