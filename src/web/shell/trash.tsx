import type { ReactNode } from 'react'
import { useRead } from '../client/cache.ts'
import { capital } from '../derived/capital.ts'
import { thing } from '../derived/field-words.ts'
import { mayDo } from '../derived/may.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useSite } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { useAct } from '../derived/undo.ts'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import { When } from '../kit/when.tsx'
import { counted, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'

/** As the view answers. */
interface TrashRead {
  readonly days: number
  readonly more: boolean
  readonly rows: readonly Removed[]
}

interface Removed {
  readonly record: string
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly removedAt: string
  readonly until: string
}

/** What was moved to the trash, of every record one may see, newest first; each comes back as it was. */
export function TrashPage(): ReactNode {
  const site = useSite()
  const act = useAct()
  const { data, error } = useRead<TrashRead>('/views/trash')
  const restore = ({ record, id, ref }: Removed): void =>
    void act(
      say('Out of the trash: {what}', { what: ref }),
      'POST',
      `/${site.catalogue.record(record).plural}/${id}/restore`,
    )
  return (
    <Sheet
      head={
        <PageHead
          title={
            <>
              <Title says={say('Trash')} />
              {say('Trash')}
            </>
          }
          stand={say(
            'What was removed waits here with its links and its past, and comes back as it was.',
          )}
        />
      }
      folio={
        data !== undefined && (
          <span>
            {counted(
              data.days,
              'After # day what lies here goes for good, and history forgets it.',
              'After # days what lies here goes for good, and history forgets it.',
            )}
            {data.more && (
              <>
                {' '}
                {saying('The newest stand here. {command} lists all of one kind.', {
                  command: <Code>throughline need list --removed</Code>,
                })}
              </>
            )}
          </span>
        )
      }
    >
      <SheetRow>
        {error !== undefined && data === undefined && (
          <ReadingProblem error={error} what={say('the trash')} />
        )}
        <Ledger
          label={say('Trash')}
          rows={data?.rows ?? []}
          idOf={({ id }) => id}
          nameOf={({ title }) => title}
          state={data === undefined && error === undefined ? 'reading' : 'ready'}
          empty={
            data !== undefined && (
              <Empty title={say('The trash is empty.')}>
                {say('What somebody removes comes here first.')}
              </Empty>
            )
          }
          columns={[
            {
              id: 'name',
              label: say('name'),
              part: 'title',
              render: ({ ref, title }) => (
                <>
                  <Code>{ref}</Code> {title}
                </>
              ),
              below: ({ record, removedAt, until }) => (
                <>
                  <div>
                    {saying('{what}, removed {when}', {
                      what: capital(thing(site.catalogue.record(record))),
                      when: <When at={removedAt} />,
                    })}
                  </div>
                  <div>
                    {saying('can be restored until {day}', { day: <When at={until} to="day" /> })}
                  </div>
                </>
              ),
            },
            {
              id: 'record',
              label: say('record'),
              width: '10rem',
              wide: true,
              render: ({ record }) => capital(thing(site.catalogue.record(record))),
            },
            {
              id: 'removedAt',
              label: say('removed'),
              width: '10rem',
              render: ({ removedAt }) => <When at={removedAt} />,
            },
            {
              id: 'until',
              label: say('can be restored until'),
              width: '11rem',
              render: ({ until }) => <When at={until} to="day" />,
            },
            {
              id: 'verbs',
              label: say('verbs'),
              part: 'line',
              width: '9rem',
              render: (removed) =>
                mayDo(site, 'restore', site.catalogue.record(removed.record)) && (
                  <Button
                    kind="quiet"
                    label={say('Restore {ref}', { ref: removed.ref })}
                    onPress={() => restore(removed)}
                  >
                    {say('Restore')}
                  </Button>
                ),
            },
          ]}
        />
      </SheetRow>
    </Sheet>
  )
}
