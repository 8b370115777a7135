import { useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { hrefOf, read } from '../client/api.ts'
import { useRead } from '../client/cache.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useSite } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Link } from '../kit/link.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { AuditEntries, type AuditRead } from './audit-entries.tsx'
import { AuditFilter, filterNames, type AuditAsked } from './audit-filter.tsx'
import { ChainState } from './chain-state.tsx'

/** Who did what and when, in the whole workspace: for those who answer for it. */
export function AuditPage(): ReactNode {
  const search = useSearch({ strict: false })
  const { go, to } = useSite()
  const asked = askedOf(search)
  const query = new URLSearchParams(asked).toString()
  const ask = (next: AuditAsked): void => {
    const text = new URLSearchParams(next).toString()
    go(`${to('audit')}${text === '' ? '' : `?${text}`}`, 'replace')
  }
  const file = (format: string): string => hrefOf(`/audit/export?format=${format}&${query}`)
  return (
    <Sheet
      head={
        <PageHead
          title={
            <>
              <Title says={say('Audit')} />
              {say('Audit')}
            </>
          }
          stand={say(
            'Who did what and when, newest first. Of what you may not see it says only that it was done.',
          )}
        />
      }
      folio={
        <span data-screen-only="">
          {saying('Take all of this out as {csv} or {lines}', {
            csv: (
              <Link href={file('csv')} download="audit.csv">
                {say('CSV')}
              </Link>
            ),
            lines: (
              <Link href={file('jsonl')} download="audit.jsonl">
                {say('JSON Lines')}
              </Link>
            ),
          })}
        </span>
      }
    >
      <Row>
        <AuditFilter asked={asked} onAsk={ask} />
      </Row>
      <Row>
        <Found key={query} query={query} onAsk={(more) => ask({ ...asked, ...more })} />
      </Row>
      <Row>
        <ChainState />
      </Row>
    </Sheet>
  )
}

function Found({
  query,
  onAsk,
}: {
  readonly query: string
  readonly onAsk: (more: AuditAsked) => void
}): ReactNode {
  const path = `/views/audit?limit=50${query === '' ? '' : `&${query}`}`
  const { data, error } = useRead<AuditRead>(path)
  const [older, setOlder] = useState<AuditRead | null>(null)
  const [failed, setFailed] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const before = older === null ? (data?.before ?? null) : older.before
  const entries = [...(data?.entries ?? []), ...(older?.entries ?? [])]
  const more = async (): Promise<void> => {
    setPending(true)
    try {
      const page = await read<AuditRead>(`${path}&before=${String(before)}`)
      setOlder({ entries: [...(older?.entries ?? []), ...page.entries], before: page.before })
      setFailed(null)
    } catch (fault) {
      setFailed(fault as Error)
    } finally {
      setPending(false)
    }
  }
  if (error !== undefined && data === undefined)
    return <ReadingProblem error={error} what={say('the audit')} />
  if (data === undefined) return <p>{say('Reading…')}</p>
  return (
    <>
      {entries.length === 0 && before === null && (
        <Empty title={say('Nothing of that was done.')}>
          {say('Take a condition away, or choose a longer time.')}
        </Empty>
      )}
      {entries.length === 0 && before !== null && (
        <p>{say('Nothing of that among the newest commits. Older ones were not looked at yet.')}</p>
      )}
      <AuditEntries entries={entries} onAsk={onAsk} />
      {failed !== null && <ReadingProblem error={failed} what={say('the audit')} />}
      {before !== null && (
        <Button kind="quiet" pending={pending} onPress={() => void more()}>
          {say('Next page')}
        </Button>
      )}
    </>
  )
}

function askedOf(search: Readonly<Record<string, unknown>>): AuditAsked {
  const given = filterNames.flatMap((name) => {
    const value = search[name]
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : []
  })
  return Object.fromEntries(given)
}
