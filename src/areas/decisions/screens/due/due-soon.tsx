import type { ReactNode } from 'react'
import { useSite } from '../../../../web/derived/site.ts'
import { Box } from '../../../../web/kit/aside.tsx'
import { Link } from '../../../../web/kit/link.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { isPressing } from '../../rules/press.ts'
import styles from './due.module.css'
import { useWaiting } from './use-waiting.ts'

/** On Home: the first decisions that ask for whoever reads, and the way to all of them. */
export function DueSoon(): ReactNode {
  const { to } = useSite()
  const mine = (useWaiting() ?? []).filter(({ isMine }) => isMine)
  if (mine.length === 0) return null
  const rest = mine.length - shown
  return (
    <Box
      title={say('Decisions that wait for you')}
      foot={
        <Link href={to('decisions-due')}>
          {rest > 0 ? counted(rest, '# more', '# more') : say('Due and late')}
        </Link>
      }
    >
      <ul className={styles.soon}>
        {mine.slice(0, shown).map((one) => (
          <li key={one.id}>
            <Link kind="plain" href={to('decisions', one.ref)}>
              <span dir="auto">{one.title}</span>
            </Link>
            <small>{isPressing(one) ? <Tone of="watch">{one.says}</Tone> : one.says}</small>
          </li>
        ))}
      </ul>
    </Box>
  )
}

const shown = 3
