import { useMemo, type ReactNode } from 'react'
import type { RecordKind, Row } from '../../engine/record.ts'
import { useRead, useReads } from '../client/cache.ts'
import { ComboBox } from '../kit/combo-box.tsx'
import type { Option } from '../kit/options.tsx'
import { PickList } from '../kit/pick-list.tsx'
import { TextField } from '../kit/text-field.tsx'
import { say } from '../words/say.ts'
import { fieldHelp, fieldLabel, thing } from './field-words.ts'
import type { InputProps } from './input.tsx'
import { optionOf, searchHint, useRowSearch } from './row-search.ts'
import { useSite } from './site.ts'

/** One row of another record, found by its words or its ref. */
export function RefInput({
  field,
  name,
  value,
  onChange,
  error,
  to,
  autoFocus,
  labelled,
  owner,
}: InputProps & { readonly to: string }): ReactNode {
  const { catalogue } = useSite()
  const kind = to === 'any' || to === 'actor' ? undefined : catalogue.record(to)
  const search = useRowSearch(kind)
  const { data } = useRead<Row>(
    kind !== undefined && typeof value === 'string' ? `/${kind.plural}/${value}` : null,
  )
  if (kind === undefined)
    return (
      <TextField
        label={fieldLabel(field, owner)}
        labelled={labelled}
        name={name}
        error={error}
        value={String(value ?? '')}
        onChange={(text) => onChange(text === '' ? null : text)}
      />
    )
  const chosen =
    typeof value !== 'string'
      ? null
      : data === undefined
        ? { id: value, label: '…' }
        : optionOf(kind, data)
  return (
    <ComboBox
      label={fieldLabel(field, owner)}
      name={name}
      error={error}
      autoFocus={autoFocus}
      required={field.required}
      labelled={labelled}
      description={labelled === 'hidden' ? undefined : fieldHelp(field, owner)}
      value={chosen}
      onSearch={search}
      onChange={(option) => onChange(option?.id ?? null)}
      placeholder={searchHint(kind)}
    />
  )
}

/** Several rows of another record, each by its name. */
export function RefsInput({
  field,
  name,
  value,
  onChange,
  error,
  of,
  autoFocus,
  labelled,
  owner,
}: InputProps & { readonly of: string }): ReactNode {
  const { catalogue } = useSite()
  const kind = catalogue.record(of)
  const search = useRowSearch(kind)
  const ids = (value as readonly string[] | null) ?? noIds
  const chosen = useRowsAsOptions(kind, ids)
  return (
    <PickList
      label={fieldLabel(field, owner)}
      name={name}
      error={error}
      autoFocus={autoFocus}
      required={field.required}
      labelled={labelled}
      description={labelled === 'hidden' ? undefined : fieldHelp(field, owner)}
      value={chosen}
      onSearch={search}
      onChange={(options) => onChange(options.map(({ id }) => id))}
      placeholder={searchHint(kind)}
    />
  )
}

/** The rows by their names; one that is gone, or not for this reader, says so. */
function useRowsAsOptions(kind: RecordKind, ids: readonly string[]): readonly Option[] {
  const readings = useReads<Row>(
    useMemo(() => ids.map((id) => `/${kind.plural}/${id}`), [kind, ids]),
  )
  return ids.map((id, at) => {
    const reading = readings[at]
    if (reading?.data !== undefined) return optionOf(kind, reading.data)
    return {
      id,
      label:
        reading?.error === undefined
          ? '…'
          : say('A {thing} no longer here', { thing: thing(kind) }),
    }
  })
}

const noIds: readonly string[] = []
