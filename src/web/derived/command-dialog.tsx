import type { ReactNode } from 'react'
import type { Command } from '../../engine/command.ts'
import type { Fields } from '../../engine/field.ts'
import type { Row } from '../../engine/record.ts'
import { label } from '../words/say.ts'
import { useWrite } from './undo.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Form } from './form.tsx'
import { useSite } from './site.ts'

/** What is said for whoever fills in a command. */
export interface Filled {
  /** Sent as it is, and not asked. */
  readonly given: Readonly<Record<string, unknown>>
  /** What is asked, in place of all that the command takes. */
  readonly asks: Fields
  /** What stands in the fields at first. */
  readonly start?: Readonly<Record<string, unknown>>
  readonly title?: string
}

/** A command as a form, with the row it was called on filled in, or with what else is known already. */
export function CommandDialog({
  name,
  row,
  filled,
  onClose,
  onDone,
}: {
  readonly name: string
  readonly row: Pick<Row, 'id' | 'ref'>
  readonly filled?: Filled
  readonly onClose: () => void
  readonly onDone?: () => void
}): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const command = catalogue.command(name)
  if (command === undefined) return null
  const own = targetOf(command)
  const target =
    filled?.given ??
    (own === undefined ? {} : { [own]: command.input[own]?.kind === 'list' ? [row.id] : row.ref })
  return (
    <Dialog title={filled?.title ?? label(command.says)} open onClose={onClose}>
      <Form
        draft={`${name} ${row.id}`}
        fields={
          filled?.asks ??
          Object.fromEntries(
            Object.entries(command.input).filter(([field]) => field !== own && field !== 'id'),
          )
        }
        start={filled?.start ?? {}}
        owner={name}
        verb={filled?.title ?? label(command.says)}
        onCancel={onClose}
        onSave={async (values) => {
          await write(label(command.says), 'POST', `/commands/${name}`, { ...values, ...target })
          onClose()
          onDone?.()
        }}
      />
    </Dialog>
  )
}

/** The input that names the row: a ref to the record it is offered on, or the text that takes any. */
function targetOf(command: Command): string | undefined {
  const entries = Object.entries(command.input)
  return (
    entries.find(
      ([, field]) => field.kind === 'ref' && field.to === command.on && field.required === true,
    )?.[0] ??
    entries.find(([name]) => name === 'on' || name === 'of')?.[0] ??
    entries.find(([, field]) => field.kind === 'list' && field.of === command.on)?.[0]
  )
}
