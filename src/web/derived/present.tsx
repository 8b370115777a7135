import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { beAt, type Doing } from '../client/being.ts'
import { currentClient, onClient } from '../client/current.ts'
import type { Presence } from '../client/live.ts'
import { Tone } from '../kit/tone.tsx'
import { listed } from '../words/listed.ts'
import { counted, say } from '../words/say.ts'
import styles from './present.module.css'
import { useSite } from './site.ts'

type People = Presence['people']

/**
 * Says to others that one is at this record, and who else is, in a few quiet words that are read out
 * when they change. Nothing stands there while one is alone or the server is out of reach.
 */
export function Present({
  record,
  id,
  doing,
}: {
  readonly record: string
  readonly id: string
  readonly doing: Doing
}): ReactNode {
  const { me } = useSite()
  useEffect(() => beAt(id, doing), [id, doing])
  const people = useSyncExternalStore(onClient, () => peopleAt(record, id)).filter(
    (one) => one.id !== me.id,
  )
  const editing = people.filter((one) => one.doing === 'editing')
  const reading = people.filter((one) => one.doing === 'reading')
  return (
    <span className={styles.present} role="status">
      {editing.length > 0 && (
        <Tone of="watch">
          {counted(editing.length, '{names} is editing', '{names} are editing', {
            names: namesOf(editing),
          })}
        </Tone>
      )}
      {reading.length > 0 && (
        <span>
          {counted(reading.length, '{names} is here', '{names} are here', {
            names: namesOf(reading),
          })}
        </span>
      )}
    </span>
  )
}

const nobody: People = []

function peopleAt(record: string, id: string): People {
  const client = currentClient()
  return client?.state() === 'live' ? client.presence(record, id) : nobody
}

/** So many are named; of more it is said how many. */
const mostNamed = 3

function namesOf(people: People): string {
  const more = people.length - mostNamed
  const named = people.slice(0, more > 0 ? mostNamed : undefined).map(({ name }) => name)
  return listed(more > 0 ? [...named, say('{count} more', { count: more })] : named)
}
