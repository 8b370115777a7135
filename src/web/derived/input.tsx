import { useCallback, type ReactNode } from 'react'
import type { Amount, Field, Interval, ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { titleOf, type RecordKind, type Row } from '../../engine/record.ts'
import { read } from '../client/api.ts'
import { useRead } from '../client/cache.ts'
import { CheckBox } from '../kit/check-box.tsx'
import { ComboBox } from '../kit/combo-box.tsx'
import { DateField } from '../kit/date-field.tsx'
import { NumberField } from '../kit/number-field.tsx'
import type { Option } from '../kit/options.tsx'
import { Select } from '../kit/select.tsx'
import type { StationName } from '../kit/stations.ts'
import { TagList } from '../kit/tag-list.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useSite } from './site.ts'

export interface InputProps {
  readonly name: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean | undefined
}

/** A field to write in, by its kind. What is worked out has none. */
export function FieldInput(props: InputProps): ReactNode {
  const { name, field, value, onChange, error, autoFocus } = props
  const common = {
    label: field.label,
    name,
    error,
    autoFocus,
    required: field.required,
    description: field.help,
  }
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          value={String(value ?? '')}
          onChange={(text) => onChange(text === '' ? null : text)}
          lines={field.lines === 'many' ? 5 : 1}
          set={field.lines === 'many' ? 'prose' : 'interface'}
          type={field.form === 'url' || field.form === 'email' ? field.form : 'text'}
        />
      )
    case 'prose':
      return (
        <TextField
          {...common}
          value={proseText(value)}
          onChange={(text) => onChange(text === '' ? null : text)}
          lines={5}
          set="prose"
        />
      )
    case 'number':
      return field.allowed === undefined ? (
        <NumberField
          {...common}
          value={typeof value === 'number' ? value : null}
          onChange={onChange}
          unit={field.unit}
          min={field.min}
          max={field.max}
        />
      ) : (
        <Select
          {...common}
          value={value === null || value === undefined ? null : String(value)}
          onChange={(id) => onChange(id === '' ? null : Number(id))}
          options={[
            ...blank(field),
            ...Object.entries(field.allowed).map(([word, one]) => ({
              id: String(one),
              label: `${one}${field.unit === undefined ? '' : `\u00a0${field.unit}`}, ${word}`,
            })),
          ]}
        />
      )
    case 'amount':
      return <AmountInput {...props} />
    case 'date':
      return <DateField {...common} value={(value as string | null) ?? null} onChange={onChange} />
    case 'instant':
      return (
        <TextField
          {...common}
          description={field.help ?? 'Such as 2026-11-22T09:30:00Z'}
          value={String(value ?? '')}
          onChange={(text) => onChange(text === '' ? null : text)}
        />
      )
    case 'choice':
      return (
        <Select
          {...common}
          value={value === null || value === undefined ? null : String(value)}
          onChange={(id) => onChange(id === '' ? null : id)}
          options={[
            ...blank(field),
            ...Object.entries(field.options).map(([id, label]) => ({ id, label })),
          ]}
        />
      )
    case 'flag':
      return (
        <CheckBox {...common} required={undefined} checked={value === true} onChange={onChange} />
      )
    case 'ref':
      return <RefInput {...props} to={field.to} />
    case 'list':
      return field.of === 'text' ? (
        <TagList
          {...common}
          value={(value as readonly string[] | null) ?? []}
          onChange={onChange}
        />
      ) : (
        <RefsInput {...props} of={field.of} />
      )
    case 'interval':
      return <IntervalInput {...props} />
    case 'custom':
    case 'computed':
    case 'rollup':
      return null
  }
}

/** A way to choose nothing, where nothing is allowed. */
const blank = (field: Field): readonly Option[] =>
  field.required === true ? [] : [{ id: '', label: 'None' }]

const proseText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? ''
      : plainOf(value as ProseNode)

function AmountInput({ field, value, onChange, error }: InputProps): ReactNode {
  const amount = (value as Amount | null) ?? { minor: Number.NaN, currency: 'EUR' }
  return (
    <>
      <NumberField
        label={field.label}
        error={error}
        unit={amount.currency}
        value={Number.isNaN(amount.minor) ? null : amount.minor / 100}
        onChange={(whole) =>
          onChange(whole === null ? null : { ...amount, minor: Math.round(whole * 100) })
        }
      />
      <TextField
        label={`${field.label}: currency`}
        value={amount.currency}
        maxLength={3}
        onChange={(currency) => onChange({ ...amount, currency: currency.toUpperCase() })}
      />
    </>
  )
}

function IntervalInput({ field, value, onChange, error }: InputProps): ReactNode {
  const { from, to } = (value as Interval | null) ?? { from: null, to: null }
  const set = (next: Interval): void =>
    onChange(next.from === null && next.to === null ? null : next)
  return (
    <>
      <DateField
        label={`${field.label}: from`}
        error={error}
        value={from}
        onChange={(day) => set({ from: day, to })}
      />
      <DateField
        label={`${field.label}: to`}
        value={to}
        onChange={(day) => set({ from, to: day })}
      />
    </>
  )
}

/** Finds rows of a record by what is typed, a ref among it. */
export function useRowSearch(
  kind: RecordKind | undefined,
): (text: string, signal: AbortSignal) => Promise<readonly Option[]> {
  return useCallback(
    async (text: string, signal: AbortSignal) => {
      if (kind === undefined) return []
      const asked = text === '' ? '' : `&q=${encodeURIComponent(text)}`
      const ref = new RegExp(`^${kind.prefix}-\\d+$`, 'i').test(text)
        ? await read<Row>(`/${kind.plural}/${text.toUpperCase()}`, signal).catch(() => undefined)
        : undefined
      const page = await read<{ readonly data: readonly Row[] }>(
        `/${kind.plural}?limit=12${ref === undefined ? asked : ''}`,
        signal,
      )
      return (ref === undefined ? page.data : [ref]).map((row) => optionOf(kind, row))
    },
    [kind],
  )
}

export const optionOf = (kind: RecordKind, row: Row): Option => ({
  id: row.id,
  label: titleOf(kind, row).slice(0, 120),
  detail: row.ref,
  station: kind.station as StationName | undefined,
})

function RefInput({
  field,
  name,
  value,
  onChange,
  error,
  to,
  autoFocus,
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
        label={field.label}
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
      label={field.label}
      name={name}
      error={error}
      autoFocus={autoFocus}
      required={field.required}
      description={field.help}
      value={chosen}
      onSearch={search}
      onChange={(option) => onChange(option?.id ?? null)}
      placeholder={`Search ${kind.says.many} or type ${kind.prefix}-1`}
    />
  )
}

function RefsInput({
  field,
  value,
  onChange,
  error,
  of,
}: InputProps & { readonly of: string }): ReactNode {
  const { catalogue } = useSite()
  const kind = catalogue.record(of)
  const search = useRowSearch(kind)
  const ids = (value as readonly string[] | null) ?? []
  return (
    <div>
      <ComboBox
        label={field.label}
        error={error}
        value={null}
        onSearch={search}
        placeholder={`Add one of the ${kind.says.many}`}
        onChange={(option) => option !== null && onChange([...new Set([...ids, option.id])])}
      />
      {ids.map((id) => (
        <CheckBox
          key={id}
          label={`Keep ${id}`}
          labelled="above"
          checked
          onChange={() => onChange(ids.filter((one) => one !== id))}
        />
      ))}
    </div>
  )
}
