import type { ReactNode } from 'react'
import {
  isNeverEmpty,
  type Amount,
  type Field,
  type Interval,
  type ProseNode,
} from '../../engine/field.ts'
import { plainOf } from '../../engine/prose.ts'
import { CheckBox } from '../kit/check-box.tsx'
import { DateField } from '../kit/date-field.tsx'
import { MomentField } from '../kit/moment-field.tsx'
import { NumberField } from '../kit/number-field.tsx'
import type { Option } from '../kit/options.tsx'
import { Select } from '../kit/select.tsx'
import { TagList } from '../kit/tag-list.tsx'
import { TextField } from '../kit/text-field.tsx'
import { label, say } from '../words/say.ts'
import { fieldHelp, fieldLabel, optionLabel } from './field-words.ts'
import { measured } from './figure.ts'
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
  /** The record or the command whose field it is, where that tells its words from others like them. */
  readonly owner?: string | undefined
}

/** A field to write in, by its kind. What is worked out has none. */
export function FieldInput(props: InputProps): ReactNode {
  const { name, field, value, onChange, error, autoFocus, labelled, startsOpen, owner } = props
  const common = {
    label: fieldLabel(field, owner),
    name,
    error,
    autoFocus,
    required: field.required,
    description: labelled === 'hidden' ? undefined : fieldHelp(field, owner),
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
          unit={field.unit === undefined ? undefined : label(field.unit)}
          min={field.min}
          max={field.max}
        />
      ) : (
        <Select
          {...common}
          startsOpen={startsOpen}
          value={value === null || value === undefined ? null : String(value)}
          onChange={(id) => onChange(id === '' ? null : Number(id))}
          placeholder={field.required === true ? undefined : say('None')}
          options={[
            ...blank(field),
            ...Object.entries(field.allowed).map(([word, one]) => ({
              id: String(one),
              label: `${measured(one, field)}, ${label(word, owner)}`,
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
          value={value === null || value === undefined ? (field.default ?? null) : String(value)}
          onChange={(id) => onChange(id === '' ? null : id)}
          placeholder={blank(field).length === 0 ? undefined : say('None')}
          options={[
            ...blank(field),
            ...Object.keys(field.options).map((id) => ({
              id,
              label: optionLabel(field, id, owner),
            })),
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
  field.required === true || isNeverEmpty(field) ? [] : [{ id: '', label: say('None') }]

const proseText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? ''
      : plainOf(value as ProseNode)

function AmountInput({ field, value, onChange, error, owner }: InputProps): ReactNode {
  const said = fieldLabel(field, owner)
  const amount = (value as Amount | null) ?? { minor: Number.NaN, currency: 'EUR' }
  return (
    <>
      <NumberField
        label={said}
        error={error}
        unit={amount.currency}
        value={Number.isNaN(amount.minor) ? null : amount.minor / 100}
        onChange={(whole) =>
          onChange(whole === null ? null : { ...amount, minor: Math.round(whole * 100) })
        }
      />
      <TextField
        label={say('{field}: currency', { field: said })}
        value={amount.currency}
        maxLength={3}
        onChange={(currency) => onChange({ ...amount, currency: currency.toUpperCase() })}
      />
    </>
  )
}

function IntervalInput({ field, value, onChange, error, owner }: InputProps): ReactNode {
  const said = fieldLabel(field, owner)
  const { from, to } = (value as Interval | null) ?? { from: null, to: null }
  const set = (next: Interval): void =>
    onChange(next.from === null && next.to === null ? null : next)
  return (
    <>
      <DateField
        label={say('{field}: from', { field: said })}
        error={error}
        value={from}
        onChange={(day) => set({ from: day, to })}
      />
      <DateField
        label={say('{field}: to', { field: said })}
        value={to}
        onChange={(day) => set({ from, to: day })}
      />
    </>
  )
}
