import { useState, type ReactNode } from 'react'
import { givenFields } from '../../engine/crud.ts'
import type { Fields } from '../../engine/field.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { mostSet, type NotSet } from '../../engine/set-many.ts'
import { read } from '../client/api.ts'
import { BulkBar } from '../kit/bulk-bar.tsx'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Fields as FieldStack } from '../kit/field.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Select } from '../kit/select.tsx'
import { useToast } from '../kit/toast.tsx'
import { FieldInput } from './input.tsx'
import styles from './list.module.css'
import { words } from './list-words.ts'
import { mayDo } from './may.ts'
import { gathered } from './own-fields.ts'
import type { Page } from './pages.ts'
import { useSite } from './site.ts'
import { useAct, useWrite, type Done } from './undo.ts'

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
  const many = chosen.length === 1 ? kind.says.one : kind.says.many
  const tooMany = chosen.length > mostSet ? words.mostAtOnce(mostSet) : undefined

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
        says={words.selected(chosen.length)}
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
            {got === null ? words.selectAll(total, totalIsLeast) : words.gathering(got, total)}
          </Button>
        )}
        {children}
        {mayDo(site, 'update', kind) &&
          site.catalogue.command(`set-${kind.plural}`) !== undefined && (
            <Button kind="quiet" onPress={() => setSets(true)}>
              {words.setField}
            </Button>
          )}
        {mayDo(site, 'remove', kind) && (
          <Button
            kind="quiet"
            onPress={() => {
              void act(words.trashed(ids.length, many), 'POST', `/commands/trash-${kind.plural}`, {
                ids,
              })
              onDone()
            }}
          >
            {words.trash}
          </Button>
        )}
        <Button kind="quiet" keys="Esc" onPress={onDone}>
          {words.clear}
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

interface Told {
  readonly result?: {
    readonly changed: number
    readonly same: number
    readonly refused: readonly NotSet[]
    readonly refusedInAll: number
  }
}

function SetDialog({
  kind,
  fields,
  ids,
  note,
  onClose,
}: {
  readonly kind: RecordKind
  readonly fields: Fields
  readonly ids: readonly string[]
  readonly note: string | undefined
  readonly onClose: () => void
}): ReactNode {
  const write = useWrite()
  const [name, setName] = useState(
    Object.keys(fields).find((one) => fields[one]?.kind === 'choice') ??
      Object.keys(fields)[0] ??
      '',
  )
  const [value, setValue] = useState<unknown>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const [told, setTold] = useState<Told['result']>()
  const field = fields[name]
  const many = ids.length === 1 ? kind.says.one : kind.says.many
  const set = async (): Promise<void> => {
    if (field === undefined || pending) return
    setPending(true)
    setProblem(null)
    try {
      const { body }: Done<Told> = await write<Told>(
        words.wasSet(field.label, ids.length, many),
        'POST',
        `/commands/set-${kind.plural}`,
        { ids, ...gathered({ [name]: value }) },
      )
      if ((body.result?.refusedInAll ?? 0) > 0) setTold(body.result)
      else onClose()
    } catch (error) {
      setProblem(error as Error)
    }
    setPending(false)
  }
  return (
    <Dialog
      title={words.setTitle(ids.length, many)}
      open
      onClose={onClose}
      actions={
        told === undefined ? (
          <Buttons>
            <Button kind="primary" pending={pending} onPress={() => void set()}>
              {pending ? words.setting(ids.length, many) : words.set(ids.length)}
            </Button>
          </Buttons>
        ) : (
          <Button kind="primary" onPress={onClose}>
            {words.close}
          </Button>
        )
      }
    >
      {told === undefined ? (
        <FieldStack>
          {note !== undefined && <p>{note}</p>}
          {problem !== null && <ProblemNote says={problem.message} />}
          <Select
            label={words.field}
            value={name}
            options={Object.entries(fields).map(([id, one]) => ({ id, label: one.label }))}
            onChange={(id) => {
              setName(id)
              setValue(null)
            }}
          />
          {field !== undefined && (
            <FieldInput key={name} name={name} field={field} value={value} onChange={setValue} />
          )}
        </FieldStack>
      ) : (
        <Refusals told={told} />
      )}
    </Dialog>
  )
}

/** What came of it: how many were changed, and each that was not, with why. */
function Refusals({ told }: { readonly told: NonNullable<Told['result']> }): ReactNode {
  const left = told.refusedInAll - told.refused.length
  return (
    <div role="status">
      <p>{words.ofWhich(told.changed, told.same, told.refusedInAll)}</p>
      <h3 className={styles.part}>{words.stayed}</h3>
      <ul className={styles.refusals}>
        {told.refused.map(({ id, says }) => (
          <li key={id}>{says}</li>
        ))}
        {left > 0 && <li>{words.andMore(left)}</li>}
      </ul>
    </div>
  )
}
