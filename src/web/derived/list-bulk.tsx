import { useState, type ReactNode } from 'react'
import { givenFields } from '../../engine/crud.ts'
import type { Fields } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { mostSet } from '../../engine/set-many.ts'
import { read } from '../client/api.ts'
import { BulkBar } from '../kit/bulk-bar.tsx'
import { Button } from '../kit/button.tsx'
import { useToast } from '../kit/toast.tsx'
import { say } from '../words/say.ts'
import { countSaid } from './count-said.ts'
import { later } from './later.tsx'
import { mayDo } from './may.ts'
import type { Page } from './pages.ts'
import { useSite } from './site.ts'
import { useAct } from './undo.ts'

const SetDialog = later(async () => (await import('./set-dialog.tsx')).SetDialog)

/** What can be done with the rows that are selected: each verb is one commit, which one undo takes back. */
export function ListBulk({
  kind,
  own,
  chosen,
  path,
  total,
  totalIsLeast,
  isAll,
  onSelect,
  onDone,
  children,
}: {
  readonly kind: RecordKind
  readonly own: Fields
  readonly chosen: readonly Row[]
  /** The list's address, a page of two hundred. */
  readonly path: string
  readonly total: number
  readonly totalIsLeast: boolean
  /** Every row at hand is selected, and more fit. */
  readonly isAll: boolean
  readonly onSelect: (rows: readonly Row[]) => void
  readonly onDone: () => void
  readonly children?: ReactNode
}): ReactNode {
  const site = useSite()
  const act = useAct()
  const show = useToast()
  const [sets, setSets] = useState(false)
  const [got, setGot] = useState<number | null>(null)
  const ids = chosen.slice(0, mostSet).map(({ id }) => id)
  const tooMany =
    chosen.length > mostSet
      ? say('At most {most} are changed at once: the first {most} are selected.', { most: mostSet })
      : undefined

  const selectAll = async (): Promise<void> => {
    setGot(0)
    const rows: Row[] = []
    try {
      let cursor: string | null = ''
      while (cursor !== null && rows.length < mostSet) {
        const at: string = cursor === '' ? path : `${path}&cursor=${encodeURIComponent(cursor)}`
        const page: Page = await read<Page>(at)
        rows.push(...page.data)
        cursor = page.cursor
        setGot(rows.length)
      }
      onSelect(rows.slice(0, mostSet))
    } catch (error) {
      show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' })
    }
    setGot(null)
  }
  return (
    <>
      <BulkBar
        says={say('{count} selected', { count: chosen.length })}
        detail={
          tooMany ??
          chosen
            .slice(0, 6)
            .map((row) => titleOf(kind, row))
            .join(', ')
            .slice(0, 120)
        }
      >
        {isAll && (
          <Button kind="quiet" pending={got !== null} onPress={() => void selectAll()}>
            {got !== null
              ? say('Reading {got} of {total}', { got, total })
              : totalIsLeast
                ? say('Select all {count} or more that fit', { count: total })
                : say('Select all {count} that fit', { count: total })}
          </Button>
        )}
        {children}
        {mayDo(site, 'update', kind) &&
          site.catalogue.command(`set-${kind.plural}`) !== undefined && (
            <Button kind="quiet" onPress={() => setSets(true)}>
              {say('Set a field')}
            </Button>
          )}
        {mayDo(site, 'remove', kind) && (
          <Button
            kind="quiet"
            onPress={() => {
              void act(
                say('To the trash: {what}', { what: countSaid(kind, ids.length) }),
                'POST',
                `/commands/trash-${kind.plural}`,
                { ids },
              )
              onDone()
            }}
          >
            {say('Move to the trash')}
          </Button>
        )}
        <Button kind="quiet" keys="Esc" onPress={onDone}>
          {say('Clear|selection')}
        </Button>
      </BulkBar>
      {sets && (
        <SetDialog
          kind={kind}
          fields={{ ...settable(kind), ...own }}
          ids={ids}
          note={tooMany}
          onClose={() => setSets(false)}
        />
      )}
    </>
  )
}

/** The fields that make sense for many at once: all but the one that names each, and long texts. */
const settable = (kind: RecordKind): Fields =>
  Object.fromEntries(
    Object.entries(givenFields(kind)).filter(
      ([name, field]) =>
        name !== kind.title && !['prose', 'custom', 'computed', 'rollup'].includes(field.kind),
    ),
  )
