import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Row } from '../../../engine/record.ts'
import { useRead } from '../../../web/client/cache.ts'
import { plainly, searchOf } from '../../../web/derived/asked.ts'
import { mayTry } from '../../../web/derived/may.ts'
import { useSite } from '../../../web/derived/site.ts'
import { useFocusBack } from '../../../web/derived/use-focus-back.ts'
import { useKeys } from '../../../web/derived/use-key.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { Button, LinkButton } from '../../../web/kit/button.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { counted, say } from '../../../web/words/say.ts'
import { comment } from '../records/comment.ts'
import { threadsOf, type Thread } from '../rules/threads.ts'
import styles from './comments.module.css'
import { Composer, type Written } from './composer.tsx'
import { Following } from './following.tsx'
import { Said, Text } from './said.tsx'
import { useOnTheirWay, type Fate, type OnItsWay } from './on-their-way.ts'

interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
}

const most = 200

/** What is said about a row, thread by thread, and where one says something. */
export function Comments({ row }: { readonly row: Row }): ReactNode {
  const site = useSite()
  const { data } = useRead<Page>(`/comments?filter[onId]=${row.id}&sort=-createdAt&limit=${most}`)
  const threads = useMemo(() => threadsOf(data?.data ?? []), [data])
  const may = mayTry(site, 'comment')
  const [writing, setWriting] = useState<string | null>(null)
  const place = useFocusBack(writing === row.id)
  const { waiting, told } = useOnTheirWay(row.id, data?.data)
  const speak = useSpeak(told)
  useKeys(may ? { t: () => setWriting(row.id) } : {})
  useArrival(data !== undefined)
  const count = data?.data.length ?? 0
  return (
    <Section
      title={say('Comments')}
      note={
        <span className={styles.note}>
          {count > 0 && <span>{counted(count, '# comment', '# comments')}</span>}
          <Following row={row} />
        </span>
      }
    >
      {typeof data?.cursor === 'string' && (
        <LinkButton
          kind="quiet"
          href={`${site.to('comments')}${searchOf(comment, { ...plainly(comment), filter: { onId: row.ref } })}`}
        >
          {say('Earlier comments')}
        </LinkButton>
      )}
      {data !== undefined && count + waiting.length === 0 && (
        <p className={styles.empty}>
          {say('Nothing has been said about this yet. Ask, or mention who should know.')}
        </p>
      )}
      <ol className={styles.threads}>
        {threads.map((thread) => (
          <li key={thread.id}>
            <ThreadShown
              thread={thread}
              waiting={waiting.filter(({ on }) => on === thread.id)}
              onAnswer={may ? () => setWriting(thread.id) : undefined}
            />
            {writing === thread.id && (
              <div className={styles.answers}>
                <Composer
                  name={thread.id}
                  label={say('Your answer')}
                  verb={say('Answer|verb')}
                  onLeave={() => setWriting(null)}
                  onSay={(written) => speak(answered(thread), written)}
                />
              </div>
            )}
          </li>
        ))}
        {waiting
          .filter(({ on }) => on === row.id)
          .map((one) => (
            <li key={one.key}>
              <Waiting one={one} />
            </li>
          ))}
      </ol>
      {may && (
        <div ref={place} className={styles.speak} data-screen-only="">
          {writing === row.id ? (
            <Composer
              name={row.id}
              label={say('Your comment')}
              verb={say('Comment|verb')}
              onLeave={() => setWriting(null)}
              onSay={(written) => speak({ on: row.id, in: row.id }, written)}
            />
          ) : (
            <Button keys="T" onPress={() => setWriting(row.id)}>
              {say('Comment|verb')}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

function ThreadShown({
  thread: { first, answers },
  waiting,
  onAnswer,
}: {
  readonly thread: Thread
  readonly waiting: ReturnType<typeof useOnTheirWay>['waiting']
  readonly onAnswer: (() => void) | undefined
}): ReactNode {
  const last = answers.at(-1)
  return (
    <>
      {first === undefined ? (
        <p className={styles.empty}>{say('A comment was removed.')}</p>
      ) : (
        <Said row={first} onAnswer={last === undefined ? onAnswer : undefined} />
      )}
      {answers.length + waiting.length > 0 && (
        <ol className={styles.answers}>
          {answers.map((row) => (
            <li key={row.id}>
              <Said row={row} onAnswer={row === last ? onAnswer : undefined} />
            </li>
          ))}
          {waiting.map((one) => (
            <li key={one.key}>
              <Waiting one={one} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

/** Said here, not yet heard by the server. */
function Waiting({ one }: { readonly one: OnItsWay }): ReactNode {
  const { me } = useSite()
  return (
    <article className={styles.said} aria-label={say('Comment by {name}', { name: me.name })}>
      <p className={styles.who}>
        <b dir="auto">{me.name}</b>
        <span>{say('not saved yet')}</span>
      </p>
      <Text says={one.text} names={[]} />
    </article>
  )
}

interface Target {
  /** What the command names: the record, or a comment that is still there. */
  readonly on: string
  /** The thread it will stand in, or the record. */
  readonly in: string
}

/** An answer names a comment of the thread that is still there. */
const answered = ({ id, first, answers }: Thread): Target => ({
  on: first?.id ?? answers[0]?.id ?? id,
  in: id,
})

function useSpeak(
  told: (one: OnItsWay) => Fate,
): (target: Target, written: Written) => Promise<void> {
  const write = useWrite()
  return async (target, { text, mentionIds }) => {
    const fate = told({ on: target.in, text })
    try {
      const body = { on: target.on, text, mentionIds }
      const { kept } = await write(say('Said'), 'POST', '/commands/comment', body)
      if (kept !== true) fate.heard()
    } catch (error) {
      fate.refused()
      throw error
    }
  }
}

/** Whoever came for one comment is brought to it. */
function useArrival(isThere: boolean): void {
  useEffect(() => {
    const ref = decodeURIComponent(location.hash.slice(1))
    if (!isThere || !/^[A-Z]+-\d+$/.test(ref)) return
    document.getElementById(ref)?.scrollIntoView({ block: 'center' })
  }, [isThere])
}
