import { Fragment, useState, type ReactNode } from 'react'
import { systemId } from '../../../engine/ids.ts'
import type { Row } from '../../../engine/record.ts'
import { useHeld } from '../../../web/client/use-held.ts'
import { useFocusBack } from '../../../web/derived/use-focus-back.ts'
import { useAct, useWrite } from '../../../web/derived/undo.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { Button } from '../../../web/kit/button.tsx'
import { When } from '../../../web/kit/when.tsx'
import { say } from '../../../web/words/say.ts'
import { reachesRole } from '../../../engine/access.ts'
import { nameOf as nameWithState } from '../../../web/derived/name-of.ts'
import { member } from '../records/member.ts'
import styles from './comments.module.css'
import { Composer } from './composer.tsx'

/** One comment: who, when, what, and its verbs for whoever may. */
export function Said({
  row,
  onAnswer,
}: {
  readonly row: Row
  readonly onAnswer?: (() => void) | undefined
}): ReactNode {
  const site = useSite()
  const act = useAct()
  const write = useWrite()
  const members = useHeld('member')
  const [editing, setEditing] = useState(false)
  const place = useFocusBack(editing)
  const nameOf = (id: string): string | undefined => {
    const name = members?.find((one) => one.id === id)?.['name']
    return typeof name === 'string' ? name : undefined
  }
  const who = members?.find((one) => one.id === row.createdById)
  const by =
    nameOf(row.createdById) ?? (row.createdById === systemId ? 'Throughline' : say('a program'))
  const isMine = row.createdById === site.me.id
  const mayReword = isMine && mayTry(site, 'update-comment')
  const mayRemove = mayReword || reachesRole(site.me.role, 'admin')
  const mentioned = ((row['mentionIds'] ?? []) as readonly string[]).flatMap(
    (id) => nameOf(id) ?? [],
  )
  if (editing)
    return (
      <Composer
        name={row.id}
        start={String(row['text'])}
        label={say('Your comment')}
        verb={say('Save')}
        onLeave={() => setEditing(false)}
        onSay={async (written) => {
          const says = say('Comment changed')
          await write(says, 'PATCH', `/comments/${row.id}`, written, row.version)
        }}
      />
    )
  return (
    <article
      id={row.ref}
      className={styles.said}
      aria-label={say('Comment by {name}', { name: by })}
    >
      <p className={styles.who}>
        <b dir="auto">{who === undefined ? by : nameWithState(member, who, 120)}</b>
        <span>
          <When at={row.createdAt} />
          {row.version > 1 && `, ${say('changed')}`}
        </span>
      </p>
      <Text says={String(row['text'])} names={mentioned} />
      <div className={styles.verbs} ref={place} data-screen-only="">
        {onAnswer !== undefined && (
          <Button kind="quiet" label={say('Answer {name}', { name: by })} onPress={onAnswer}>
            {say('Answer|verb')}
          </Button>
        )}
        {mayReword && (
          <Button kind="quiet" onPress={() => setEditing(true)}>
            {say('Reword')}
          </Button>
        )}
        {mayRemove && (
          <Button
            kind="quiet"
            onPress={() => void act(say('Comment taken away'), 'DELETE', `/comments/${row.id}`)}
          >
            {say('Take away')}
          </Button>
        )}
      </div>
    </article>
  )
}

/** What was said, as it was written; the names of those who were mentioned stand out. */
export function Text({
  says,
  names,
}: {
  readonly says: string
  readonly names: readonly string[]
}): ReactNode {
  const longestFirst = names.toSorted((left, right) => right.length - left.length)
  const parts = longestFirst.reduce<readonly string[]>(
    (split, name) =>
      split.flatMap((part) =>
        part.startsWith('@') && names.includes(part.slice(1))
          ? [part]
          : part.split(`@${name}`).flatMap((rest, at) => (at === 0 ? [rest] : [`@${name}`, rest])),
      ),
    [says],
  )
  return (
    <p className={styles.text} dir="auto">
      {parts.map((part, at) => (
        <Fragment key={at}>
          {part.startsWith('@') && names.includes(part.slice(1)) ? <b>{part}</b> : part}
        </Fragment>
      ))}
    </p>
  )
}
