import type { ReactNode } from 'react'
import { ref, type Field, type Fields } from '../../../../engine/field.ts'
import { everyField, type Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { CommandDialog } from '../../../../web/derived/command-dialog.tsx'
import { useSite } from '../../../../web/derived/site.ts'
import { say } from '../../../../web/words/say.ts'
import type { Finding } from '../../rules/lint/shape.ts'
import { ruleSaid } from './lint-said.ts'

interface Props {
  readonly finding: Finding<string>
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The verb that mends a finding, filled in as far as it can be: only what is missing is asked. */
export function RemedyDialog({ finding, onClose, onDone }: Props): ReactNode {
  const { catalogue } = useSite()
  const { command: name, input, asks, says } = finding.remedy
  const command = catalogue.command(name)
  const kind = catalogue.records.find((one) => name === `update-${one.name}`)
  // what is written anew begins as it stands
  const { data: row } = useRead<Row>(
    kind === undefined ? null : `/${kind.plural}/${String(input['id'])}`,
  )
  if (command === undefined || (kind !== undefined && row === undefined)) return null
  const left = asks.length > 0 ? asks : Object.keys(command.input).map((field) => ({ field }))
  const fields = Object.fromEntries(
    left.flatMap((one): readonly (readonly [string, Field])[] => {
      if (one.field in input || one.field === 'id') return []
      const declared = kind === undefined ? command.input[one.field] : everyField(kind)[one.field]
      const { record } = 'record' in one ? one : { record: undefined }
      if (record !== undefined) {
        const { says: words } = catalogue.record(record)
        return [[one.field, ref({ label: capital(words.one), to: record, required: true })]]
      }
      return declared === undefined ? [] : [[one.field, declared]]
    }),
  )
  const start =
    row === undefined
      ? {}
      : Object.fromEntries(Object.keys(fields).map((field) => [field, row[field] ?? null]))
  return (
    <CommandDialog
      name={name}
      row={finding.on}
      filled={{ given: input, asks: fields, start, title: says }}
      onClose={onClose}
      onDone={onDone}
    />
  )
}

/** Accepts a finding, with the reason and until when. */
export function WaiveDialog({ finding, onClose, onDone }: Props): ReactNode {
  const { catalogue } = useSite()
  const input: Fields = catalogue.command('waive')?.input ?? {}
  const asks = Object.fromEntries(
    ['reasons', 'until'].flatMap((name) => {
      const field = input[name]
      return field === undefined ? [] : [[name, field] as const]
    }),
  )
  return (
    <CommandDialog
      name="waive"
      row={finding.on}
      filled={{
        given: { on: finding.on.ref, rule: finding.rule },
        asks,
        title: say('Waive: {rule}', { rule: ruleSaid(finding.rule) }),
      }}
      onClose={onClose}
      onDone={onDone}
    />
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
