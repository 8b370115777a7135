import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { capital } from '../derived/capital.ts'
import { thing } from '../derived/field-words.ts'
import { useSite } from '../derived/site.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { ComboBox } from '../kit/combo-box.tsx'
import { MomentField } from '../kit/moment-field.tsx'
import type { Option } from '../kit/options.tsx'
import { FormFrame } from '../kit/form-frame.tsx'
import { TextField } from '../kit/text-field.tsx'
import { label, say } from '../words/say.ts'
import styles from './audit.module.css'

export const filterNames = ['by', 'record', 'command', 'ref', 'from', 'to'] as const

/** What the audit is asked, as the address says it. */
export type AuditAsked = Readonly<Partial<Record<(typeof filterNames)[number], string>>>

/** What an audit is narrowed by: a person, a key or the system, a record, a command, one row, a span of time. */
export function AuditFilter({
  asked,
  onAsk,
}: {
  readonly asked: AuditAsked
  readonly onAsk: (asked: AuditAsked) => void
}): ReactNode {
  const { catalogue } = useSite()
  const people = useWho()
  const records = useMemo(
    () => catalogue.records.map((kind) => ({ id: kind.name, label: capital(thing(kind)) })),
    [catalogue],
  )
  const commands = useMemo(
    () =>
      catalogue.commands.map(({ name, says }) => ({ id: name, label: label(says), detail: name })),
    [catalogue],
  )
  const set = (name: (typeof filterNames)[number]) => (value: string | null) => {
    const { [name]: _, ...rest } = asked
    onAsk(value === null || value === '' ? rest : { ...rest, [name]: value })
  }
  return (
    <div className={styles.filter} role="group" aria-label={say('Filter')}>
      <Choice label={say('Who')} options={people} value={asked.by} onChange={set('by')} />
      <Choice
        label={say('Record')}
        options={records}
        value={asked.record}
        onChange={set('record')}
      />
      <Choice
        label={say('Command')}
        options={commands}
        value={asked.command}
        onChange={set('command')}
      />
      <OneRow key={asked.ref ?? ''} value={asked.ref ?? ''} onChange={set('ref')} />
      <MomentField label={say('From')} value={asked.from ?? null} onChange={set('from')} />
      <MomentField label={say('Before')} value={asked.to ?? null} onChange={set('to')} />
      {Object.keys(asked).length > 0 && (
        <Buttons>
          <Button kind="quiet" onPress={() => onAsk({})}>
            {say('Clear all')}
          </Button>
        </Buttons>
      )}
    </div>
  )
}

function Choice({
  label: said,
  options,
  value,
  onChange,
}: {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChange: (id: string | null) => void
}): ReactNode {
  const search = useCallback(
    async (typed: string) => {
      const words = typed.toLowerCase()
      return options.filter(
        (one) => one.label.toLowerCase().includes(words) || (one.detail ?? '').includes(words),
      )
    },
    [options],
  )
  const chosen =
    value === undefined
      ? null
      : (options.find(({ id, detail }) => id === value || detail === value) ?? {
          id: value,
          label: value,
        })
  return (
    <ComboBox
      label={said}
      value={chosen}
      placeholder={say('all')}
      onSearch={search}
      onChange={(option) => onChange(option?.id ?? null)}
    />
  )
}

/** A ref is asked for when it is whole, not at every letter. */
function OneRow({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (ref: string) => void
}): ReactNode {
  const [draft, setDraft] = useState(value)
  const example =
    useSite().catalogue.records.find(({ station }) => station !== undefined)?.prefix ?? ''
  const done = (): void => {
    if (draft.trim() !== value) onChange(draft.trim())
  }
  return (
    <FormFrame onSubmit={done}>
      <TextField
        label={say('Of one row')}
        value={draft}
        onChange={setDraft}
        onBlur={done}
        placeholder={`${example}-7`}
        maxLength={64}
      />
    </FormFrame>
  )
}

/** Whoever may have done something: members, keys, and the instance itself. */
function useWho(): readonly Option[] {
  const members = useRead<{ readonly data: readonly Row[] }>('/members?limit=200')
  const keys = useRead<{ readonly data: readonly Row[] }>('/keys?limit=200')
  return useMemo(
    () => [
      ...[...(members.data?.data ?? []), ...(keys.data?.data ?? [])].map((row) => ({
        id: row.id,
        label: String(row['name']),
        detail: row.ref,
      })),
      { id: 'system', label: say('Throughline itself') },
    ],
    [members.data, keys.data],
  )
}
