import { useState, type ReactNode } from 'react'
import { write } from '../client/api.ts'
import { refresh, useRead } from '../client/cache.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useFocusBack } from '../derived/use-focus-back.ts'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { FormFrame } from '../kit/form-frame.tsx'
import { TextField } from '../kit/text-field.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import styles from './settings.module.css'
import { useAttempt } from './use-attempt.ts'

interface Passkey {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly usedAt: string | null
}

/** One's own passkeys: what they are called, when each was last used, and why there are none here. */
export function Passkeys(): ReactNode {
  const { data, error } = useRead<{
    readonly data: readonly Passkey[]
    readonly origin: string | null
  }>('/passkeys')
  const [renaming, setRenaming] = useState<Passkey | null>(null)
  const place = useFocusBack(renaming !== null)
  const { problem, attempt } = useAttempt()
  const change = (run: () => Promise<unknown>): Promise<void> =>
    attempt(async () => {
      await run()
      refresh()
    })
  const lack = data === undefined ? null : whyNone(data.origin)
  return (
    <Section
      title={say('Passkeys')}
      note={
        data !== undefined &&
        lack === null && (
          <LinkButton kind="quiet" href="/sign-in/passkey">
            {say('Add a passkey')}
          </LinkButton>
        )
      }
    >
      {problem !== null && <ProblemNote says={problem.message} />}
      {error !== undefined && data === undefined && (
        <ReadingProblem error={error} what={say('your passkeys')} />
      )}
      {lack !== null && <p>{lack}</p>}
      {renaming !== null && (
        <Renaming
          key={renaming.id}
          passkey={renaming}
          onCancel={() => setRenaming(null)}
          onSave={(name) =>
            void change(async () => {
              await write('PATCH', `/passkeys/${renaming.id}`, { name })
              setRenaming(null)
            })
          }
        />
      )}
      <div ref={place}>
        <Ledger
          label={say('Passkeys')}
          rows={data?.data ?? []}
          idOf={(one) => one.id}
          nameOf={(one) => one.name}
          state={data === undefined && error === undefined ? 'reading' : 'ready'}
          empty={
            <Empty title={say('You have no passkey yet.')}>
              {say('It signs you in by finger, face or PIN, without a password.')}
            </Empty>
          }
          columns={[
            {
              id: 'name',
              label: say('name'),
              part: 'title',
              render: (one) => one.name,
              below: ({ usedAt }) =>
                usedAt === null
                  ? say('never used')
                  : saying('last used {when}', { when: <When at={usedAt} /> }),
            },
            {
              id: 'used',
              label: say('last used'),
              width: '9rem',
              render: (one) => (one.usedAt === null ? say('never') : <When at={one.usedAt} />),
            },
            {
              id: 'verbs',
              label: say('works'),
              part: 'line',
              width: '13rem',
              render: (one) => (
                <Buttons>
                  <Button
                    kind="quiet"
                    label={say('Rename {name}', { name: one.name })}
                    onPress={() => setRenaming(one)}
                  >
                    {say('Rename')}
                  </Button>
                  <Button
                    kind="quiet"
                    label={say('Remove {name}', { name: one.name })}
                    onPress={() => void change(() => write('DELETE', `/passkeys/${one.id}`))}
                  >
                    {say('Remove')}
                  </Button>
                </Buttons>
              ),
            },
          ]}
        />
      </div>
    </Section>
  )
}

function Renaming({
  passkey,
  onSave,
  onCancel,
}: {
  readonly passkey: Passkey
  readonly onSave: (name: string) => void
  readonly onCancel: () => void
}): ReactNode {
  const [name, setName] = useState(passkey.name)
  return (
    <FormFrame className={styles.stack} onSubmit={() => onSave(name)}>
      <TextField label={say('Name of the passkey')} value={name} onChange={setName} autoFocus />
      <Buttons>
        <Button kind="primary" type="submit">
          {say('Save')}
        </Button>
        <Button onPress={onCancel}>{say('Cancel')}</Button>
      </Buttons>
    </FormFrame>
  )
}

/** Why this page can add none; null where it can. */
function whyNone(origin: string | null): string | null {
  if (origin === null)
    return say(
      'Passkeys need https, or localhost. Whoever runs this instance gives it an address with https in THROUGHLINE_PUBLIC_URL.',
    )
  if (origin !== location.origin)
    return say('Passkeys work at {origin} alone. Open this page there.', { origin })
  return window.PublicKeyCredential === undefined
    ? say('This browser has no passkeys. Take another one.')
    : null
}
