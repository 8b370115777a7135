import { Fragment, useState, type ReactNode } from 'react'
import type { Role } from '../../engine/access.ts'
import type { Row } from '../../engine/record.ts'
import { useRead } from '../client/cache.ts'
import { Form } from '../derived/form.tsx'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useFocusBack } from '../derived/use-focus-back.ts'
import { useSite } from '../derived/site.ts'
import { useWrite } from '../derived/undo.ts'
import { Button } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { Revoke } from './revoke.tsx'
import { roleSaid } from './role-said.ts'
import { withRolesUpTo } from './roles-offered.ts'
import { ToldOnce } from './told-once.tsx'
import { useAttempt } from './use-attempt.ts'

/** Programs' ways in: made here, shown once, revoked here. */
export function ApiKeys(): ReactNode {
  const { catalogue, me } = useSite()
  const write = useWrite()
  const { data, error } = useRead<{ readonly data: readonly Row[] }>('/keys?limit=200')
  const [making, setMaking] = useState(false)
  const verb = useFocusBack(making)
  const [secret, setSecret] = useState<string | null>(null)
  const { problem, attempt } = useAttempt()
  const input = catalogue.command('create-key')?.input ?? {}
  const fields = withRolesUpTo(
    me.role,
    Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'id')),
  )
  const revoke = (row: Row): Promise<void> =>
    attempt(() =>
      write(say('Revoked: {name}', { name: String(row['name']) }), 'POST', '/commands/revoke-key', {
        id: row.id,
      }),
    )
  return (
    <Section
      title={say('API keys')}
      note={
        <div ref={verb}>
          {!making && (
            <Button kind="quiet" onPress={() => setMaking(true)}>
              {say('Create an API key')}
            </Button>
          )}
        </div>
      }
    >
      {problem !== null && <ProblemNote says={problem.message} />}
      {error !== undefined && data === undefined && (
        <ReadingProblem error={error} what={say('the API keys')} />
      )}
      {secret !== null && (
        <ToldOnce
          says={say('This is shown once. Keep it where your program finds it.')}
          secret={secret}
          onDone={() => setSecret(null)}
        />
      )}
      {making && (
        <Form
          draft="new key"
          fields={fields}
          start={nothing}
          verb={say('Create an API key')}
          onCancel={() => setMaking(false)}
          onSave={async (values) => {
            const given = Object.fromEntries(
              Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
            )
            const { body } = await write<{ readonly result: { readonly secret: string } }>(
              say('Created: an API key'),
              'POST',
              '/commands/create-key',
              given,
            )
            setSecret(body.result.secret)
            setMaking(false)
          }}
        />
      )}
      <Ledger
        label={say('API keys')}
        rows={data?.data ?? []}
        idOf={(row) => row.id}
        nameOf={(row) => String(row['name'])}
        state={data === undefined && error === undefined ? 'reading' : 'ready'}
        empty={
          <Empty title={say('No program has a key yet.')}>
            {say('A key acts with a role of its own.')}
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
                <div>
                  {roleSaid(catalogue, row['role'])}, <Scopes row={row} />
                </div>
                <div>
                  <Code>{String(row['start'])}</Code>, <LastUsed row={row} />
                </div>
              </>
            ),
          },
          {
            id: 'role',
            label: say('role'),
            width: '7rem',
            render: (row) => roleSaid(catalogue, row['role']),
          },
          {
            id: 'scopes',
            label: say('scopes'),
            width: '12rem',
            render: (row) => <Scopes row={row} />,
          },
          {
            id: 'start',
            label: say('begins with'),
            width: '8rem',
            wide: true,
            render: (row) => <Code>{String(row['start'])}</Code>,
          },
          {
            id: 'used',
            label: say('last used'),
            width: '9rem',
            wide: true,
            render: (row) =>
              typeof row['lastUsedAt'] === 'string' ? (
                <When at={row['lastUsedAt']} />
              ) : (
                say('never')
              ),
          },
          {
            id: 'revoke',
            label: say('works'),
            part: 'line',
            width: '11rem',
            render: (row) => (
              <Revoke
                name={String(row['name'])}
                role={row['role'] as Role}
                revokedAt={row['revokedAt']}
                onRevoke={() => void revoke(row)}
              />
            ),
          },
        ]}
      />
    </Section>
  )
}

/** What it is held to beyond its role. */
function Scopes({ row }: { readonly row: Row }): ReactNode {
  const scopes = (row['scopes'] as readonly string[] | null) ?? []
  if (scopes.length === 0) return say('all that its role may')
  return scopes.map((one, at) => (
    <Fragment key={one}>
      {at > 0 && ', '}
      <Code>{one}</Code>
    </Fragment>
  ))
}

function LastUsed({ row }: { readonly row: Row }): ReactNode {
  const at = row['lastUsedAt']
  return typeof at === 'string'
    ? saying('last used {when}', { when: <When at={at} /> })
    : say('never used')
}

const nothing = {}
