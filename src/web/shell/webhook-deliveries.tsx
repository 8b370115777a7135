import type { ReactNode } from 'react'
import type { Sending } from '../../engine/ports.ts'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useWrite } from '../derived/undo.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { useAttempt } from './use-attempt.ts'

/** As the view answers. */
export interface DeliveriesRead {
  readonly deliveries: readonly Sending[]
}

export const deliveriesPath = (id: string, limit: number): string =>
  `/views/deliveries?webhook=${id}&limit=${limit}`

/** What a webhook was sent last, what came back, and the way to send it again. */
export function Deliveries({ webhook }: { readonly webhook: Row }): ReactNode {
  const name = String(webhook['name'])
  const write = useWrite()
  const { data, error } = useRead<DeliveriesRead>(deliveriesPath(webhook.id, 50))
  const { problem, attempt } = useAttempt()
  const again = (seq: number): void =>
    void attempt(() =>
      write(say('Sent again: {name}', { name }), 'POST', '/commands/replay-webhook', {
        id: webhook.id,
        seq,
      }),
    )
  return (
    <>
      {problem !== null && <ProblemNote says={problem.message} />}
      {error !== undefined && data === undefined && (
        <ReadingProblem error={error} what={say('the deliveries')} />
      )}
      <Ledger
        label={say('Deliveries of {name}', { name })}
        rows={data?.deliveries ?? []}
        idOf={({ id }) => id}
        nameOf={({ seq }) => String(seq)}
        state={data === undefined && error === undefined ? 'reading' : 'ready'}
        empty={
          <Empty title={say('Nothing was sent yet.')}>
            {say('Test it, or wait until something happens.')}
          </Empty>
        }
        columns={[
          {
            id: 'seq',
            label: say('commit'),
            part: 'title',
            render: ({ seq, is }) => (is === 'greeting' ? say('test') : String(seq)),
          },
          { id: 'state', label: say('state'), width: '12rem', render: (one) => <Came {...one} /> },
          {
            id: 'sent',
            label: say('sent'),
            width: '9rem',
            render: ({ sentAt }) => (sentAt === null ? say('never') : <When at={sentAt} />),
          },
          {
            id: 'answer',
            label: say('answer'),
            wide: true,
            render: ({ answer, fault }) => (fault ?? answer ?? '').slice(0, mostShown),
          },
          {
            id: 'again',
            label: say('verbs'),
            part: 'line',
            width: '9rem',
            render: ({ seq }) => (
              <Button
                kind="quiet"
                label={say('Send {seq} again', { seq: String(seq) })}
                onPress={() => again(seq)}
              >
                {say('Send again')}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}

const mostShown = 160

function Came({ state, status, tookMs, dueAt }: Sending): ReactNode {
  switch (state) {
    case 'delivered':
      return say('{status} in {ms} ms', { status: String(status), ms: String(tookMs) })
    case 'waiting':
      return (
        <Tone of="watch">
          {dueAt === null ? say('waiting') : saying('again {when}', { when: <When at={dueAt} /> })}
        </Tone>
      )
    case 'failed':
      return (
        <Tone of="against">
          {status === null
            ? say('failed')
            : say('failed with {status}', { status: String(status) })}
        </Tone>
      )
    case 'nothing':
      return <Tone of="quiet">{say('nothing to tell')}</Tone>
  }
}
