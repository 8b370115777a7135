import { useMemo, useState, type ReactNode } from 'react'
import { titleOf } from '../../../engine/record.ts'
import { read } from '../../../web/client/api.ts'
import { useRead } from '../../../web/client/cache.ts'
import { brief } from '../../../web/derived/brief.ts'
import { fieldLabel, optionLabel } from '../../../web/derived/field-words.ts'
import { ReadingProblem } from '../../../web/derived/reading-problem.tsx'
import { useSite } from '../../../web/derived/site.ts'
import { Title } from '../../../web/derived/title.tsx'
import { useAct } from '../../../web/derived/undo.ts'
import { Aside, Box } from '../../../web/kit/aside.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Code } from '../../../web/kit/code.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Mark } from '../../../web/kit/mark.tsx'
import { PageHead } from '../../../web/kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../../../web/kit/sheet.tsx'
import type { StationName } from '../../../web/kit/stations.ts'
import { When } from '../../../web/kit/when.tsx'
import { counted, say } from '../../../web/words/say.ts'
import type { Move } from '../rules/moves.ts'
import type { Inbox, InboxEntry } from '../views/inbox.ts'
import styles from './inbox.module.css'
import { InboxChoices } from './inbox-choices.tsx'

/** What concerns me, record by record, what is newest first. */
export function InboxPage(): ReactNode {
  const act = useAct()
  const { data, error } = useRead<Inbox>('/views/inbox?limit=50')
  const [older, setOlder] = useState<Inbox | null>(null)
  const [pending, setPending] = useState(false)
  const entries = useMemo(
    () => [...(data?.entries ?? []), ...(older?.entries ?? [])],
    [data, older],
  )
  const groups = useMemo(() => grouped(entries), [entries])
  const before = older === null ? (data?.before ?? null) : older.before
  const unread = entries.filter((one) => one.unread).length
  const more = async (): Promise<void> => {
    setPending(true)
    try {
      const page = await read<Inbox>(`/views/inbox?limit=50&before=${before ?? ''}`)
      setOlder({ ...page, entries: [...(older?.entries ?? []), ...page.entries] })
    } finally {
      setPending(false)
    }
  }
  const upTo = entries[0]?.at
  return (
    <Sheet
      head={
        <PageHead
          kick={
            <span role="status">
              {unread === 0
                ? say('all read')
                : counted(unread, '# entry is new', '# entries are new')}
            </span>
          }
          title={
            <>
              <Title says={say('Inbox')} />
              {say('What concerns me')}
            </>
          }
          actions={
            unread > 0 && (
              <Button
                onPress={() => {
                  setOlder(null)
                  void act(say('Marked as read'), 'POST', '/commands/mark-read', { upTo })
                }}
              >
                {say('Mark all as read')}
              </Button>
            )
          }
        />
      }
      aside={
        <Aside label={say('What comes in')}>
          <Box title={say('What comes in')}>
            <InboxChoices />
          </Box>
        </Aside>
      }
    >
      <SheetRow>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={say('the inbox')} />
        )}
        {data !== undefined && groups.length === 0 && (
          <Empty title={say('Nothing concerns you just now.')}>
            <p>
              {say(
                'Here stands where you are mentioned, who answers you, and what happens on what you made, own or follow.',
              )}
            </p>
          </Empty>
        )}
        {groups.map((group) => (
          <Group key={group.on} group={group} />
        ))}
        {before !== null && (
          <Button kind="quiet" pending={pending} onPress={() => void more()}>
            {say('Next page')}
          </Button>
        )}
      </SheetRow>
    </Sheet>
  )
}

interface Grouped {
  readonly record: string
  readonly on: string
  readonly title: string
  readonly entries: readonly InboxEntry[]
}

/** The entries by what they are about, where each came up first. */
function grouped(entries: readonly InboxEntry[]): readonly Grouped[] {
  const found = new Map<string, InboxEntry[]>()
  for (const entry of entries) {
    const mine = found.get(entry.on)
    if (mine === undefined) found.set(entry.on, [entry])
    else mine.push(entry)
  }
  return [...found].flatMap(([on, mine]) => {
    const [first] = mine
    return first === undefined
      ? []
      : [{ on, record: first.record, title: first.title, entries: mine }]
  })
}

function Group({ group: { record, on, title, entries } }: { readonly group: Grouped }): ReactNode {
  const { catalogue, to } = useSite()
  const kind = catalogue.record(record)
  return (
    <section className={styles.group} aria-label={`${on} ${brief(title, 80)}`}>
      <h2 className={styles.head}>
        {kind.station !== undefined && <Mark station={kind.station as StationName} size={16} />}
        <Link kind="plain" href={to(kind.plural, on)}>
          <span dir="auto">{brief(titleOf(kind, { [kind.title]: title, ref: on }), 120)}</span>
        </Link>
        <Code>{on}</Code>
      </h2>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li
            key={`${entry.at} ${entry.comment} ${entry.why}`}
            data-unread={entry.unread || undefined}
          >
            <Entry entry={entry} href={to(kind.plural, on)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry, href }: { readonly entry: InboxEntry; readonly href: string }): ReactNode {
  return (
    <>
      <p className={styles.who}>
        {entry.unread && <span className={styles.fresh}>{say('new')}</span>}
        <b dir="auto">{entry.by ?? say('a program')}</b>
        <span>{whySaid(entry.why)}</span>
        <When at={entry.at} />
      </p>
      {entry.why === 'moved' ? (
        <p>
          {entry.moves.map((move) => (
            <Moved key={move.field} record={entry.record} move={move} />
          ))}
        </p>
      ) : (
        <p className={styles.text} dir="auto">
          <Link kind="plain" href={`${href}#${entry.comment}`}>
            {brief(entry.text, 240)}
          </Link>
        </p>
      )}
    </>
  )
}

function Moved({ record, move }: { readonly record: string; readonly move: Move }): ReactNode {
  const kind = useSite().catalogue.record(record)
  const field = kind.fields[move.field]
  if (field?.kind !== 'choice') return null
  const said = (value: string | null): string =>
    value === null ? '–' : optionLabel(field, value, record)
  return (
    <span className={styles.move}>
      {fieldLabel(field, record)} {said(move.from)} → <b>{said(move.to)}</b>
    </span>
  )
}

function whySaid(why: InboxEntry['why']): string {
  switch (why) {
    case 'mention':
      return say('mentions you')
    case 'driven':
      return say('asks you to look at it again')
    case 'asked':
      return say('has news of what you asked for')
    case 'answer':
      return say('answers in a thread you are in')
    case 'owned':
      return say('comments on what is yours')
    case 'followed':
      return say('comments on what you follow')
    case 'moved':
      return say('moved it')
  }
}
