import type { ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Link } from '../../../web/kit/link.tsx'
import { Note } from '../../../web/kit/note.tsx'
import { When } from '../../../web/kit/when.tsx'
import { label, say } from '../../../web/words/say.ts'
import { saying } from '../../../web/words/saying.tsx'
import styles from './tripwires.module.css'

/** Why an idea was refused, and what would bring it back, or did. */
export function Refused({ row }: { readonly row: Row }): ReactNode {
  const decisions = useHeld('decision')
  const refusals = new Set(
    (decisions ?? []).flatMap((one) => (one['kind'] === 'refusal' ? [one.id] : [])),
  )
  const { data } = useRead<{ readonly data: readonly Row[] }>(
    refusals.size === 0 ? null : `/links?filter[toId]=${row.id}&limit=100`,
  )
  const ids = new Set(
    (data?.data ?? []).flatMap((tie) =>
      tie['relation'] === 'settles' && refusals.has(String(tie['fromId']))
        ? [String(tie['fromId'])]
        : [],
    ),
  )
  return (decisions ?? [])
    .filter((one) => ids.has(one.id) && standing.has(String(one['state'])))
    .map((one) => <Refusal key={one.id} decision={one} isBack={row['state'] === 'open'} />)
}

/** A refusal that still counts. */
const standing: ReadonlySet<string> = new Set(['decided', 'under-review'])

function Refusal({
  decision,
  isBack,
}: {
  readonly decision: Row
  readonly isBack: boolean
}): ReactNode {
  const { to } = useSite()
  const wires = (useHeld('tripwire') ?? []).filter(
    (one) => one['decisionId'] === decision.id && one['state'] !== 'withdrawn',
  )
  const at = decision['decidedAt']
  return (
    <Note
      kind={isBack ? 'warning' : 'armed'}
      title={isBack ? say('Refused once, and open again') : say('Refused, until something changes')}
      value={typeof at === 'string' ? <When at={at} to="day" /> : undefined}
      foot={
        <Link href={to('decisions', decision.ref)}>
          {saying('The decision: {ref}', { ref: decision.ref })}
        </Link>
      }
    >
      <p dir="auto">{String(decision['reasons'] ?? decision['sentence'] ?? '')}</p>
      {wires.length > 0 && (
        <>
          <p className={styles.small}>{say('What would bring it back:')}</p>
          <ul className={styles.plain}>
            {wires.map((one) => (
              <li key={one.id} dir="auto">
                {String(one['text'])} <span className={styles.small}>{stateSaid(one)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}

const stateSaid = (wire: Row): string => label(words[String(wire['state'])] ?? '', 'tripwire')

const words: Readonly<Record<string, string>> = {
  armed: 'Armed',
  silent: 'Silent',
  fired: 'Fired',
  reviewed: 'Reviewed',
  passed: 'Passed',
}
