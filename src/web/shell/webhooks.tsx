import { useState, type ReactNode } from 'react'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Form } from '../derived/form.tsx'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useFocusBack } from '../derived/use-focus-back.ts'
import { useSite } from '../derived/site.ts'
import { useWrite } from '../derived/undo.ts'
import { Button, Buttons } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import styles from './settings.module.css'
import { ToldOf } from './told-of.tsx'
import { ToldOnce } from './told-once.tsx'
import { useAttempt } from './use-attempt.ts'
import { Deliveries } from './webhook-deliveries.tsx'
import { WebhookState } from './webhook-state.tsx'

/** Addresses outside that are told what happens here: made, tried, paused and looked after. */
export function Webhooks(): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const { data, error } = useRead<{ readonly data: readonly Row[] }>('/webhooks?limit=200')
  const [making, setMaking] = useState(false)
  const verb = useFocusBack(making)
  const [secret, setSecret] = useState<string | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const { problem, attempt } = useAttempt()
  const input = catalogue.command('create-webhook')?.input ?? {}
  const fields = Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'id'))
  const steer = (says: string, command: string, row: Row): void =>
    void attempt(async () => {
      const { body } = await write<{ readonly result?: { readonly secret?: string } }>(
        says,
        'POST',
        `/commands/${command}`,
        { id: row.id },
      )
      if (body.result?.secret !== undefined) setSecret(body.result.secret)
      if (command === 'test-webhook') setOpen(row.id)
    })
  const opened = data?.data.find(({ id }) => id === open)
  return (
    <Section
      title={say('Webhooks')}
      note={
        <div ref={verb}>
          {!making && (
            <Button kind="quiet" onPress={() => setMaking(true)}>
              {say('Create a webhook')}
            </Button>
          )}
        </div>
      }
    >
      {problem !== null && <ProblemNote says={problem.message} />}
      {error !== undefined && data === undefined && (
        <ReadingProblem error={error} what={say('the webhooks')} />
      )}
      {secret !== null && (
        <ToldOnce
          says={say('This is shown once. With it the receiver knows that a message is from here.')}
          secret={secret}
          onDone={() => setSecret(null)}
        />
      )}
      {making && (
        <Form
          draft="new webhook"
          fields={fields}
          start={nothing}
          verb={say('Create a webhook')}
          onCancel={() => setMaking(false)}
          onSave={async (values) => {
            const given = Object.fromEntries(
              Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
            )
            const { body } = await write<{ readonly result: { readonly secret: string } }>(
              say('Created: a webhook'),
              'POST',
              '/commands/create-webhook',
              given,
            )
            setSecret(body.result.secret)
            setMaking(false)
          }}
        />
      )}
      <Ledger
        label={say('Webhooks')}
        rows={data?.data ?? []}
        idOf={(row) => row.id}
        nameOf={(row) => String(row['name'])}
        state={data === undefined && error === undefined ? 'reading' : 'ready'}
        empty={
          <Empty title={say('Nobody outside is told yet.')}>
            {say('A webhook tells an address what happens here, as far as its owner may see it.')}
          </Empty>
        }
        columns={[
          {
            id: 'name',
            label: say('name'),
            part: 'title',
            render: (row) => String(row['name']),
            below: (row) => (
              <>
                <div>{String(row['url'])}</div>
                <div>{saying('told of {records}', { records: <ToldOf row={row} /> })}</div>
                <div>
                  <WebhookState row={row} />
                </div>
              </>
            ),
          },
          {
            id: 'url',
            label: say('address'),
            width: '18rem',
            wide: true,
            render: (row) => <span className={styles.address}>{String(row['url'])}</span>,
          },
          {
            id: 'records',
            label: say('told of'),
            width: '9rem',
            render: (row) => <ToldOf row={row} />,
          },
          {
            id: 'state',
            label: say('state'),
            width: '10rem',
            render: (row) => <WebhookState row={row} />,
          },
          {
            id: 'verbs',
            label: say('verbs'),
            part: 'line',
            width: '17rem',
            render: (row) => (
              <WebhookVerbs
                row={row}
                steer={steer}
                isOpen={open === row.id}
                onOpen={() => setOpen(open === row.id ? null : row.id)}
              />
            ),
          },
        ]}
      />
      {opened !== undefined && <Deliveries webhook={opened} />}
    </Section>
  )
}

function WebhookVerbs({
  row,
  steer,
  isOpen,
  onOpen,
}: {
  readonly row: Row
  readonly steer: (says: string, verb: string, row: Row) => void
  readonly isOpen: boolean
  readonly onOpen: () => void
}): ReactNode {
  const name = String(row['name'])
  const isPaused = row['state'] === 'paused'
  return (
    <Buttons>
      <Button kind="quiet" label={say('Deliveries of {name}', { name })} onPress={onOpen}>
        {isOpen ? say('Close|verb') : say('Deliveries')}
      </Button>
      <Button
        kind="quiet"
        label={say('Test {name}', { name })}
        onPress={() => steer(say('Tested: {name}', { name }), 'test-webhook', row)}
      >
        {say('Test|verb')}
      </Button>
      {isPaused ? (
        <Button
          kind="quiet"
          label={say('Resume {name}', { name })}
          onPress={() => steer(say('Resumed: {name}', { name }), 'resume-webhook', row)}
        >
          {say('Resume|verb')}
        </Button>
      ) : (
        <Button
          kind="quiet"
          label={say('Pause {name}', { name })}
          onPress={() => steer(say('Paused: {name}', { name }), 'pause-webhook', row)}
        >
          {say('Pause|verb')}
        </Button>
      )}
      <Button
        kind="quiet"
        label={say('New secret for {name}', { name })}
        onPress={() => steer(say('New secret: {name}', { name }), 'rotate-webhook-secret', row)}
      >
        {say('New secret')}
      </Button>
      <Button
        kind="quiet"
        label={say('Remove {name}', { name })}
        onPress={() => steer(say('Removed: {name}', { name }), 'remove-webhook', row)}
      >
        {say('Remove')}
      </Button>
    </Buttons>
  )
}

const nothing = {}
