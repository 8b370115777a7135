import { useState, type ReactNode } from 'react'
import type { Field } from '../../engine/field.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { currentClient } from '../client/current.ts'
import type { Entry } from '../client/outbox.ts'
import { FieldInput } from '../derived/input.tsx'
import { useSite } from '../derived/site.ts'
import { Shown } from '../derived/shown.tsx'
import { Button, Buttons } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { Note } from '../kit/note.tsx'
import { When } from '../kit/when.tsx'
import { label, say } from '../words/say.ts'
import styles from './outbox.module.css'

/** Every change that the server has not answered yet, and those that need a word of whoever made them. */
export function Outbox({
  entries,
  onClose,
}: {
  readonly entries: readonly Entry[]
  readonly onClose: () => void
}): ReactNode {
  return (
    <Dialog
      title={entries.length === 0 ? say('All of it has gone') : say('Not with Throughline yet')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('Close')}</Button>
          {entries.some((entry) => entry.state === 'waiting') && (
            <Button kind="primary" onPress={() => void currentClient()?.outbox.flush()}>
              {say('Try now')}
            </Button>
          )}
        </>
      }
    >
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <p className={styles.says}>
              <b>{entry.says}</b> <When at={entry.at} />
            </p>
            {entry.state === 'waiting' ? null : entry.state === 'contested' ? (
              <Contested entry={entry} />
            ) : (
              <Refused entry={entry} />
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

/** Two people changed one field: both sides stand there, and what goes is the writer's choice. */
function Contested({ entry }: { readonly entry: Entry }): ReactNode {
  const { catalogue } = useSite()
  const kind = useKindOf(entry)
  const fields = fieldsOf(kind)
  const mine = (entry.writing.body ?? {}) as Plain
  const theirs = entry.problem?.current ?? {}
  const names = entry.problem?.fields ?? []
  const [values, setValues] = useState<Plain>(() =>
    Object.fromEntries(names.map((name) => [name, valueOf(mine, name)])),
  )
  return (
    <>
      <Note kind="warning" title={say('Somebody else changed the same.')}>
        {names.map((name) => {
          const field = fields[name]
          return field === undefined ? null : (
            <div key={name} className={styles.both}>
              <Facts
                set="list"
                items={[
                  {
                    term: say('{field}, as it stands', { field: label(field.label, kind?.name) }),
                    value: (
                      <Shown field={field} value={valueOf(theirs, name)} catalogue={catalogue} />
                    ),
                  },
                ]}
              />
              <FieldInput
                name={name}
                field={field}
                value={values[name]}
                onChange={(value) => setValues({ ...values, [name]: value })}
              />
            </div>
          )
        })}
      </Note>
      <Buttons>
        <Button
          kind="primary"
          onPress={() => void currentClient()?.outbox.again(entry.id, merged(mine, values))}
        >
          {say('Save this')}
        </Button>
        <Button onPress={() => void currentClient()?.outbox.drop(entry.id)}>
          {say('Leave it as it stands')}
        </Button>
      </Buttons>
    </>
  )
}

function Refused({ entry }: { readonly entry: Entry }): ReactNode {
  const { catalogue } = useSite()
  const kind = useKindOf(entry)
  const fields = fieldsOf(kind)
  const given = Object.entries((entry.writing.body ?? {}) as Plain).filter(
    ([name]) => fields[name] !== undefined,
  )
  return (
    <>
      <Note kind="error" title={entry.problem?.says}>
        {given.length > 0 && (
          <Facts
            set="list"
            items={given.map(([name, value]) => ({
              term: label(fields[name]?.label ?? name, kind?.name),
              value: <Shown field={fields[name] as Field} value={value} catalogue={catalogue} />,
            }))}
          />
        )}
      </Note>
      <Buttons>
        <Button kind="primary" onPress={() => void currentClient()?.outbox.again(entry.id)}>
          {say('Send it again')}
        </Button>
        <Button onPress={() => void currentClient()?.outbox.drop(entry.id)}>
          {say('Let it go')}
        </Button>
      </Buttons>
    </>
  )
}

function useKindOf(entry: Entry): RecordKind | undefined {
  const { catalogue } = useSite()
  return catalogue.recordOfPlural(entry.writing.path.split('/')[1] ?? '')
}

const fieldsOf = (kind: RecordKind | undefined): Readonly<Record<string, Field>> =>
  kind === undefined ? {} : everyField(kind)

const valueOf = (values: Plain, name: string): unknown =>
  name.startsWith('custom.')
    ? (values['custom'] as Plain | undefined)?.[name.slice('custom.'.length)]
    : values[name]

function merged(body: Plain, values: Plain): Plain {
  const own = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith('custom.') ? [[name.slice('custom.'.length), value] as const] : [],
  )
  const plain = Object.entries(values).filter(([name]) => !name.startsWith('custom.'))
  return {
    ...body,
    ...Object.fromEntries(plain),
    ...(own.length === 0
      ? {}
      : { custom: { ...(body['custom'] as Plain | undefined), ...Object.fromEntries(own) } }),
  }
}

type Plain = Readonly<Record<string, unknown>>
