import { useState, type ReactNode } from 'react'
import { read } from '../client/api.ts'
import { useRead } from '../client/cache.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { Title } from '../derived/title.tsx'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Empty } from '../kit/empty.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { Changes, type Entry } from './changes.tsx'

interface Page {
  readonly data: readonly Entry[]
  readonly cursor: string | null
}

/** Everything that was done in this workspace, newest first. */
export function HistoryPage(): ReactNode {
  const { data, error } = useRead<Page>('/history?limit=50')
  const [older, setOlder] = useState<Page>({ data: [], cursor: null })
  const [pending, setPending] = useState(false)
  const cursor = older.data.length > 0 ? older.cursor : (data?.cursor ?? null)
  const more = async (): Promise<void> => {
    if (cursor === null) return
    setPending(true)
    try {
      const page = await read<Page>(`/history?limit=50&cursor=${cursor}`)
      setOlder({ data: [...older.data, ...page.data], cursor: page.cursor })
    } finally {
      setPending(false)
    }
  }
  return (
    <Sheet
      head={
        <PageHead
          title={
            <>
              <Title says={say('History')} />
              {say('History')}
            </>
          }
          stand={say(
            'Every change, by whom and when. What is undone is a change of its own; what was erased still says that it was there.',
          )}
        />
      }
      folio={
        <span>
          {saying('Is it whole? {command} checks every link of its chain.', {
            command: <Code>throughline history verify</Code>,
          })}
        </span>
      }
    >
      <Row>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={say('the history')} />
        )}
        {data?.data.length === 0 && <Empty title={say('Nothing has been done here yet.')} />}
        <Changes entries={[...(data?.data ?? []), ...older.data]} />
        {cursor !== null && (
          <Button kind="quiet" pending={pending} onPress={() => void more()}>
            {say('Next page')}
          </Button>
        )}
      </Row>
    </Sheet>
  )
}
