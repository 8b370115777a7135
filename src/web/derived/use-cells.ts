import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { givenFields, same } from '../../engine/crud.ts'
import type { Field, Fields } from '../../engine/field.ts'
import type { RecordKind, Row } from '../../engine/record.ts'
import { RemoteProblem } from '../client/api.ts'
import type { CellPlace } from '../kit/ledger-props.ts'
import { say } from '../words/say.ts'
import type { After } from './cell-editor.tsx'
import { fieldLabel } from './field-words.ts'
import { useCellEditor } from './use-cell-editor.ts'
import { mayDo, mayDoTo } from './may.ts'
import { gathered, valueIn } from './own-fields.ts'
import { useSite } from './site.ts'
import { useWrite } from './undo.ts'

/** What was typed into a cell and not taken, and why. */
export interface RefusedCell {
  readonly value: unknown
  readonly says: string
}

export interface CellEdits {
  readonly mayEdit: (row: Row, column: string) => boolean
  /** There once a cell is being edited. */
  readonly Editor: ReturnType<typeof useCellEditor>['Editor']
  readonly fieldOf: (column: string) => Field | undefined
  readonly editing: (CellPlace & { readonly value: unknown }) | null
  readonly focus: CellPlace | null
  readonly refusedAt: (row: Row, column: string) => RefusedCell | undefined
  readonly begin: (row: Row, column: string) => void
  readonly type: (value: unknown) => void
  readonly settle: (row: Row, column: string, value: unknown, after: After) => void
  readonly leave: (row: Row, column: string) => void
}

/**
 * Cells of a list that are written in where they stand. What is settled shows at once; what is then
 * refused is said at its cell and kept there, to be opened again.
 */
export function useCells(
  kind: RecordKind,
  own: Fields,
  order: { readonly rows: readonly Row[]; readonly columns: readonly string[] },
): CellEdits {
  const site = useSite()
  const write = useWrite()
  const [editing, setEditing] = useState<CellEdits['editing']>(null)
  const [focus, setFocus] = useState<CellPlace | null>(null)
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedCell>>(new Map())
  const now = useRef({ editing, order, refused })
  useLayoutEffect(() => {
    now.current = { editing, order, refused }
  })
  const may = mayDo(site, 'update', kind)
  const fields = useMemo((): Fields => {
    const given = Object.entries(givenFields(kind)).filter(([, { kind: type }]) => isWritten(type))
    return may ? { ...Object.fromEntries(given), ...own } : {}
  }, [kind, own, may])

  const { Editor, ready } = useCellEditor()
  const begin = useCallback(
    (row: Row, column: string): void => {
      const kept = now.current.refused.get(keyOf(row.id, column))
      const value = kept === undefined ? valueIn(row, column) : kept.value
      const open = (): void => setEditing({ id: row.id, column, value })
      if (Editor === undefined) void ready().then(open, () => undefined)
      else open()
    },
    [Editor, ready],
  )
  const put = useCallback((key: string, value: RefusedCell | undefined): void => {
    setRefused((known) => {
      const next = new Map(known)
      if (value === undefined) next.delete(key)
      else next.set(key, value)
      return next
    })
  }, [])
  const settle = useCallback(
    (row: Row, column: string, value: unknown, after: After): void => {
      const field = fields[column]
      if (field === undefined) return
      const key = keyOf(row.id, column)
      const next =
        typeof after === 'number'
          ? cellFrom(now.current.order, row, column, after, fields)
          : undefined
      if (next === undefined) setEditing(null)
      else begin(next.row, next.column)
      if (after !== 'leave' && next === undefined) setFocus({ id: row.id, column })
      put(key, undefined)
      if (same(valueIn(row, column), value ?? null)) return
      void write(
        say('{field} of {ref}', { field: fieldLabel(field, kind.name), ref: row.ref }),
        'PATCH',
        `/${kind.plural}/${row.id}`,
        gathered({ [column]: value ?? null }),
        row.version,
      ).catch((error: unknown) => {
        put(key, { value, says: saidOf(error, column) })
        if (now.current.editing === null) setEditing({ id: row.id, column, value })
      })
    },
    [fields, kind, write, begin, put],
  )
  return useMemo(
    () => ({
      mayEdit: (row, column) => fields[column] !== undefined && mayDoTo(site, 'update', kind, row),
      Editor,
      fieldOf: (column) => fields[column],
      editing,
      focus,
      refusedAt: (row, column) => refused.get(keyOf(row.id, column)),
      begin,
      type: (value) => setEditing((known) => (known === null ? null : { ...known, value })),
      settle,
      leave: (row, column) => {
        setEditing(null)
        put(keyOf(row.id, column), undefined)
        setFocus({ id: row.id, column })
      },
    }),
    [site, kind, Editor, fields, editing, focus, refused, begin, settle, put],
  )
}

const keyOf = (id: string, column: string): string => `${id} ${column}`

/** Kinds of field that a cell has room for. */
const isWritten = (type: Field['kind']): boolean =>
  ['text', 'number', 'date', 'instant', 'choice', 'flag', 'ref', 'list'].includes(type)

function saidOf(error: unknown, column: string): string {
  const place =
    error instanceof RemoteProblem ? error.places.find(({ at }) => at === column) : undefined
  return place?.says ?? (error instanceof Error ? error.message : String(error))
}

/** The next cell that can be written in, on this row or the one after it. */
function cellFrom(
  { rows, columns }: { readonly rows: readonly Row[]; readonly columns: readonly string[] },
  row: Row,
  column: string,
  by: 1 | -1,
  fields: Fields,
): { readonly row: Row; readonly column: string } | undefined {
  const written = columns.filter((name) => fields[name] !== undefined)
  const beside = written[written.indexOf(column) + by]
  if (beside !== undefined) return { row, column: beside }
  const next = rows[rows.findIndex(({ id }) => id === row.id) + by]
  const edge = by === 1 ? written[0] : written.at(-1)
  return next === undefined || edge === undefined ? undefined : { row: next, column: edge }
}
