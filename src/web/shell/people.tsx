import { useState, type ReactNode } from 'react'
import type { Role } from '../../engine/access.ts'
import type { Row } from '../../engine/record.ts'
import { write as send } from '../client/api.ts'
import { useRead } from '../client/cache.ts'
import { Form } from '../derived/form.tsx'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useSite } from '../derived/site.ts'
import { useWrite } from '../derived/undo.ts'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { Members, type PeopleLink } from './members.tsx'
import { Revoke } from './revoke.tsx'
import { RightsSaid } from './rights-said.tsx'
import { roleSaid } from './role-said.ts'
import { withRolesUpTo } from './roles-offered.ts'
import { ToldOnce } from './told-once.tsx'
import { useAttempt } from './use-attempt.ts'

/** Who is in and who is invited: links are made here, shown once, and revoked here. */
export function People(): ReactNode {
  const { catalogue, me } = useSite()
  const write = useWrite()
  const { data, error } = useRead<{ readonly data: readonly Row[] }>('/invitations?limit=200')
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<PeopleLink | null>(null)
  const { problem, attempt } = useAttempt()
  const revoke = (row: Row): Promise<void> =>
    attempt(() =>
      write(
        say('Revoked: {name}', { name: String(row['email']) }),
        'POST',
        '/commands/revoke-invitation',
        { id: row.id },
      ),
    )
  return (
    <Section
      title={say('People')}
      note={
        !inviting && (
          <Button kind="quiet" onPress={() => setInviting(true)}>
            {say('Invite a person')}
          </Button>
        )
      }
    >
      {problem !== null && <ProblemNote says={problem.message} />}
      {error !== undefined && data === undefined && (
        <ReadingProblem error={error} what={say('the invitations')} />
      )}
      {link !== null && (
        <ToldOnce
          says={
            link.for === 'entry'
              ? say('This link is shown once. It works once, for seven days: hand it over.')
              : say('This link is shown once. It works once, for a day: hand it over.')
          }
          secret={link.url}
          onDone={() => setLink(null)}
        />
      )}
      {inviting && (
        <Form
          draft="new invitation"
          fields={withRolesUpTo(me.role, catalogue.command('invite')?.input ?? {})}
          start={nothing}
          verb={say('Invite')}
          onCancel={() => setInviting(false)}
          onSave={async (values) => {
            // Not kept for later when nothing answers: the link is told once, to whoever waits for it.
            const { body } = await send<{ readonly url: string }>('POST', '/invite-links', values)
            setLink({ for: 'entry', url: body.url })
            setInviting(false)
          }}
        />
      )}
      <Members onLink={setLink} />
      <Ledger
        label={say('Invitations')}
        rows={data?.data ?? []}
        idOf={(row) => row.id}
        nameOf={(row) => String(row['email'])}
        state={data === undefined && error === undefined ? 'reading' : 'ready'}
        empty={
          <Empty title={say('Nobody is invited.')}>
            {say('A link lets one person in, with the role that you give it.')}
          </Empty>
        }
        columns={[
          {
            id: 'email',
            label: say('e-mail'),
            part: 'title',
            render: (row) =>
              isForEntry(row)
                ? String(row['email'])
                : say('New password for {email}', { email: String(row['email']) }),
            below: (row) => (
              <>
                <div>
                  {roleSaid(catalogue, row['role'])}
                  {isForEntry(row) && (
                    <>
                      , <RightsSaid row={row} />
                    </>
                  )}
                </div>
                {isOpen(row) && (
                  <div>
                    {saying('works until {when}', { when: <When at={String(row['expiresAt'])} /> })}
                  </div>
                )}
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
            id: 'rights',
            label: say('rights in'),
            width: '12rem',
            render: (row) => (isForEntry(row) ? <RightsSaid row={row} /> : '–'),
          },
          {
            id: 'until',
            label: say('works until'),
            width: '9rem',
            wide: true,
            render: (row) => <When at={String(row['expiresAt'])} />,
          },
          {
            id: 'state',
            label: say('works'),
            part: 'line',
            width: '11rem',
            render: (row) => <Standing row={row} onRevoke={() => void revoke(row)} />,
          },
        ]}
      />
    </Section>
  )
}

const nothing = {}

/** It lets somebody in; another one lets a member choose a new password, who has rights already. */
const isForEntry = (row: Row): boolean => (row['memberId'] ?? null) === null

const isOpen = ({ acceptedAt, revokedAt }: Row): boolean =>
  (acceptedAt ?? null) === null && (revokedAt ?? null) === null

function Standing({
  row,
  onRevoke,
}: {
  readonly row: Row
  readonly onRevoke: () => void
}): ReactNode {
  const { acceptedAt, revokedAt } = row
  if (typeof acceptedAt === 'string')
    return <Tone of="quiet">{saying('accepted {when}', { when: <When at={acceptedAt} /> })}</Tone>
  return (
    <Revoke
      name={String(row['email'])}
      role={row['role'] as Role}
      revokedAt={revokedAt}
      onRevoke={onRevoke}
    />
  )
}
