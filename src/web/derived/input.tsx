import type { ReactNode } from 'react'
import type { Amount, Field, Interval, ProseNode } from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { CheckBox } from '../kit/check-box.tsx'
import { DateField } from '../kit/date-field.tsx'
import { MomentField } from '../kit/moment-field.tsx'
import { NumberField } from '../kit/number-field.tsx'
import type { Option } from '../kit/options.tsx'
import { Select } from '../kit/select.tsx'
import { TagList } from '../kit/tag-list.tsx'
import { TextField } from '../kit/text-field.tsx'
import { RefInput, RefsInput } from './ref-input.tsx'

export interface InputProps {
  readonly name: string
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly error?: string | undefined
  readonly autoFocus?: boolean | undefined
  /** `hidden` where the place says what it is to those who look: a cell under its head. */
  readonly labelled?: 'hidden' | undefined
  /** Opens what it offers at once. */
  readonly startsOpen?: boolean | undefined
}

/** A field to write in, by its kind. What is worked out has none. */
export function FieldInput(props: InputProps): ReactNode {
  const { name, field, value, onChange, error, autoFocus, labelled, startsOpen } = props
  const common = {
    label: field.label,
    name,
    error,
    autoFocus,
    required: field.required,
    description: labelled === 'hidden' ? undefined : field.help,
    labelled,
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
          startsOpen={startsOpen}
          value={value === null || value === undefined ? null : String(value)}
          onChange={(id) => onChange(id === '' ? null : Number(id))}
          placeholder={field.required === true ? undefined : noneSaid}
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
        <MomentField {...common} value={(value as string | null) ?? null} onChange={onChange} />
      )
    case 'choice':
      return (
        <Select
          {...common}
          startsOpen={startsOpen}
          value={value === null || value === undefined ? null : String(value)}
          onChange={(id) => onChange(id === '' ? null : id)}
          placeholder={field.required === true ? undefined : noneSaid}
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
  field.required === true ? [] : [{ id: '', label: noneSaid }]

const noneSaid = 'None'

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
