import { useMemo, type ReactNode } from 'react'
import { couldAllow } from '../../engine/access.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { useReads } from '../client/cache.ts'
import { capital } from '../derived/capital.ts'
import { thing } from '../derived/field-words.ts'
import { mayDo } from '../derived/may.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useSite, type Site } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { useAct } from '../derived/undo.ts'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { Row as SheetRow, Sheet } from '../kit/sheet.tsx'
import { When } from '../kit/when.tsx'
import { number, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'

interface Page {
  readonly data: readonly Row[]
  readonly cursor: string | null
}

interface Removed {
  readonly kind: RecordKind
  readonly row: Row
}

/** Of each record so many are read, those that were changed last. */
const most = 100

/** What was moved to the trash, of every record one may see, newest first; each comes back as it was. */
export function TrashPage(): ReactNode {
  const site = useSite()
  const act = useAct()
  const kinds = useMemo(() => kindsIn(site), [site])
  const paths = useMemo(
    () => kinds.map(({ plural }) => `/${plural}?state=removed&sort=-updatedAt&limit=${most}`),
    [kinds],
  )
  const readings = useReads<Page>(paths)
  const rows = useMemo(
    () =>
      kinds
        .flatMap((kind, at) => (readings[at]?.data?.data ?? []).map((row) => ({ kind, row })))
        .toSorted((one, other) => (removedAt(one) < removedAt(other) ? 1 : -1)),
    [kinds, readings],
  )
  const failed = readings.find(({ error, data }) => error !== undefined && data === undefined)
  const isReading = readings.some(({ data, error }) => data === undefined && error === undefined)
  const isCut = readings.some(({ data }) => (data?.cursor ?? null) !== null)
  const restore = ({ kind, row }: Removed): void =>
    void act(
      say('Out of the trash: {what}', { what: row.ref }),
      'POST',
      `/${kind.plural}/${row.id}/restore`,
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
        isCut && (
          <span>
            {saying('Of each record the newest {most} stand here. {command} lists all of them.', {
              most: number(most),
              command: <Code>throughline need list --removed</Code>,
            })}
          </span>
        )
      }
    >
      <SheetRow>
        {failed?.error !== undefined && (
          <ReadingProblem error={failed.error} what={say('the trash')} />
        )}
        <Ledger
          label={say('Trash')}
          rows={rows}
          idOf={({ row }) => row.id}
          nameOf={({ kind, row }) => titleOf(kind, row)}
          state={isReading && rows.length === 0 ? 'reading' : 'ready'}
          empty={
            failed === undefined && (
              <Empty title={say('The trash is empty.')}>
                {say('What somebody removes comes here, and nothing leaves it by itself.')}
              </Empty>
            )
          }
          columns={[
            {
              id: 'name',
              label: say('name'),
              part: 'title',
              render: ({ kind, row }) => (
                <>
                  <Code>{row.ref}</Code> {titleOf(kind, row)}
                </>
              ),
            },
            {
              id: 'record',
              label: say('record'),
              width: '10rem',
              wide: true,
              render: ({ kind }) => capital(thing(kind)),
            },
            {
              id: 'removedAt',
              label: say('removed'),
              width: '10rem',
              part: 'line',
              render: ({ row }) => <When at={String(row.removedAt)} />,
            },
            {
              id: 'verbs',
              label: say('verbs'),
              part: 'line',
              width: '9rem',
              render: (removed) =>
                mayDo(site, 'restore', removed.kind) && (
                  <Button
                    kind="quiet"
                    label={say('Restore {ref}', { ref: removed.row.ref })}
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

const removedAt = ({ row }: Removed): string => row.removedAt ?? ''

/** The records whose rows can come back, and that this role may read at all. */
const kindsIn = (site: Site): readonly RecordKind[] =>
  site.catalogue.records.filter(
    (kind) =>
      site.catalogue.command(`restore-${kind.name}`) !== undefined &&
      couldAllow(kind.read, site.me.role),
  )
