import { useState, type ReactNode } from 'react'
import type { Field, Fields as Declared } from '../../engine/field.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { mendFocus } from '../kit/lost-focus.ts'
import { Sentence, Word } from '../kit/sentence.tsx'
import { counted, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { isByFit, unquoted, type Asked } from './asked.ts'
import { fieldInside, optionInside } from './field-words.ts'
import { lanesField } from './board-lanes.ts'
import { later } from './later.tsx'
import { orderSaid } from './order-said.ts'

const FilterDialog = later(async () => (await import('./filter-dialog.tsx')).FilterDialog)

/** What the list shows, said; the underlined words change it. */
export function FilterSentence({
  kind,
  own,
  asked,
  count,
  groups,
  boards,
  columns,
  onColumns,
  onChange,
  children,
}: {
  readonly kind: RecordKind
  /** What this workspace has added. */
  readonly own: Declared
  readonly asked: Asked
  readonly count: string
  /** The fields that its rows can stand under. */
  readonly groups: Declared
  /** The choices whose values can be the columns of a board. */
  readonly boards: Declared
  /** How many columns it shows; undefined where it has none. */
  readonly columns: number | undefined
  readonly onColumns: () => void
  readonly onChange: (asked: Asked) => void
  /** More that can be done with what it shows. */
  readonly children?: ReactNode
}): ReactNode {
  const [editing, setEditing] = useState<string | null>(null)
  const fields = { ...everyField(kind), ...own }
  const offered = Object.entries(fields).filter(([, field]) => field.filter === true)
  const names = Object.keys(asked.filter)
  const sort = asked.sort.replace(/^-/, '')
  const lanesBy = boards[lanesField(asked, boards) ?? '']
  const groupedBy = groups[asked.group ?? '']
  const inside = (field: Field): string => fieldInside(field, kind.name)
  const close = (): void => {
    setEditing(null)
    // said anew, the sentence has another word in that place
    mendFocus(() => document.querySelector(`[data-part="${CSS.escape(editing ?? '')}"]`))
  }
  const word = (part: string, says: string): ReactNode => (
    <Word part={part} onPress={() => setEditing(part)}>
      {says}
    </Word>
  )
  const isSaid = (name: string): string =>
    conditionSaid(fields[name], name, asked.filter[name] ?? '', kind.name)
  return (
    <>
      <Sentence>
        {saying('Showing {what}{where}{grouping}, sorted by {order}{columns}.', {
          what: <b>{count}</b>,
          where: names.map((name, at) => (
            <span key={name}>{joined(at, word(name, isSaid(name)))}</span>
          )),
          grouping:
            asked.as === 'board'
              ? lanesBy !== undefined &&
                saying(', in columns by {field}', { field: word('board', inside(lanesBy)) })
              : groupedBy !== undefined &&
                saying(', grouped by {field}', { field: word('group', inside(groupedBy)) }),
          order: isByFit(kind, asked)
            ? word('sort', say('how well they fit the words'))
            : saying('{field}, {direction}', {
                field: word('sort', fields[sort] === undefined ? sort : inside(fields[sort])),
                direction: orderSaid(fields[sort], asked.sort),
              }),
          columns:
            columns !== undefined &&
            saying(', in {columns}', {
              columns: <Word onPress={onColumns}>{counted(columns, '# column', '# columns')}</Word>,
            }),
        })}
        {offered.length > names.length && (
          <>
            {' '}
            <Word kind="add" onPress={() => setEditing('')}>
              {say('Add a condition')}
            </Word>
          </>
        )}
        {asked.as === 'list' && asked.group === null && Object.keys(groups).length > 0 && (
          <>
            {' '}
            <Word kind="add" onPress={() => setEditing('group')}>
              {say('Group them')}
            </Word>
          </>
        )}
        {children}
      </Sentence>
      {editing !== null && (
        <FilterDialog
          editing={editing}
          fields={fields}
          owner={kind.name}
          groups={groups}
          boards={boards}
          asked={asked}
          onChange={onChange}
          onClose={close}
        />
      )}
    </>
  )
}

/** The first condition begins what narrows, the others join it. */
const joined = (at: number, condition: ReactNode): ReactNode =>
  at === 0 ? saying(' where {condition}', { condition }) : saying(' and {condition}', { condition })

function conditionSaid(
  field: Field | undefined,
  name: string,
  value: string,
  owner: string,
): string {
  const said = field === undefined ? name : fieldInside(field, owner)
  if (value === 'none') return say('{field} is empty', { field: said })
  return say('{field} is {value}', { field: said, value: valueSaid(field, value, owner) })
}

function valueSaid(field: Field | undefined, value: string, owner: string): string {
  if (field?.kind === 'choice')
    return field.options[unquoted(value)] !== undefined
      ? optionInside(field, unquoted(value), owner)
      : value
          .split(',')
          .map((one) => optionInside(field, one, owner))
          .reduce((one, other) => say('{one} or {other}', { one, other }))
  if (field?.kind === 'flag') return value === 'true' ? say('true') : say('false')
  const at = value.indexOf('..')
  return at === -1
    ? value
    : say('{from} to {to}', { from: value.slice(0, at), to: value.slice(at + 2) })
}
