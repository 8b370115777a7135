import type { ReactNode } from 'react'
import { write } from '../client/api.ts'
import { refresh, useRead } from '../client/cache.ts'
import { ReadingProblem } from '../derived/reading-problem.tsx'
import { useSite } from '../derived/site.ts'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Ledger } from '../kit/ledger.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { Tone } from '../kit/tone.tsx'
import { When } from '../kit/when.tsx'
import { say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { browserSaid } from './browser-said.ts'
import { Leave } from './leave.tsx'
import { Passkeys } from './passkeys.tsx'
import styles from './settings.module.css'
import { useAttempt } from './use-attempt.ts'
import { goToWorkspace, type Workspace } from './workspaces.tsx'

interface Account {
  readonly email: string | null
  readonly hasPassword: boolean
  readonly workspaces: readonly Workspace[]
}

interface Visit {
  readonly id: string
  readonly agent: string
  readonly address: string
  readonly seenAt: string
  readonly current: boolean
}

/** What is one's own, whatever the workspace: the password, the sessions, the workspaces, the way out. */
export function AccountSections(): ReactNode {
  const { slug, me } = useSite()
  const account = useRead<Account>('/account')
  const sessions = useRead<{ readonly data: readonly Visit[] }>('/sessions')
  const { problem, attempt } = useAttempt()
  const end = ({ id }: Visit): Promise<void> =>
    attempt(async () => {
      await write('DELETE', `/sessions/${id}`)
      refresh()
    })
  const { data } = account
  const here = data?.workspaces.find((one) => one.slug === slug)
  return (
    <>
      <Section title={say('Your way in')}>
        <div className={styles.stack}>
          {problem !== null && <ProblemNote says={problem.message} />}
          {account.error !== undefined && data === undefined && (
            <ReadingProblem error={account.error} what={say('your account')} />
          )}
          {data !== undefined && (
            <p>
              {data.hasPassword
                ? say('You sign in with {email} and a password.', { email: data.email ?? '' })
                : say('You have no password yet: you get in by a link, on this machine only.')}
            </p>
          )}
          <Buttons>
            {data !== undefined && (
              <LinkButton href="/sign-in/password">
                {data.hasPassword ? say('Change your password') : say('Set a password')}
              </LinkButton>
            )}
            {me.role === 'owner' && (
              <LinkButton href="/sign-in/workspace">{say('Create a workspace')}</LinkButton>
            )}
            {data !== undefined && here !== undefined && (
              <Leave here={here} others={data.workspaces.filter((one) => one !== here)} />
            )}
          </Buttons>
          {data !== undefined && data.workspaces.length > 1 && (
            <ul className={styles.places} aria-label={say('Your workspaces')}>
              {data.workspaces.map((one) => (
                <li key={one.id}>
                  {one.slug === slug ? (
                    <b>{one.name}</b>
                  ) : (
                    <Button kind="quiet" onPress={() => goToWorkspace(one)}>
                      {say('Go to {name}', { name: one.name })}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </Section>
      <Passkeys />
      <Section title={say('Where you are signed in')}>
        {sessions.error !== undefined && sessions.data === undefined && (
          <ReadingProblem error={sessions.error} what={say('your sessions')} />
        )}
        <Ledger
          label={say('Where you are signed in')}
          rows={sessions.data?.data ?? []}
          idOf={(one) => one.id}
          nameOf={(one) => browserSaid(one.agent)}
          state={sessions.data === undefined && sessions.error === undefined ? 'reading' : 'ready'}
          columns={[
            {
              id: 'browser',
              label: say('browser'),
              part: 'title',
              render: (one) => browserSaid(one.agent),
              below: (one) =>
                saying('from {address}, last seen {when}', {
                  address: one.address,
                  when: <When at={one.seenAt} />,
                }),
            },
            {
              id: 'address',
              label: say('from'),
              width: '10rem',
              wide: true,
              render: (one) => one.address,
            },
            {
              id: 'seen',
              label: say('last seen'),
              width: '9rem',
              render: (one) => <When at={one.seenAt} />,
            },
            {
              id: 'end',
              label: say('works'),
              part: 'line',
              width: '9rem',
              render: (one) =>
                one.current ? (
                  <Tone of="quiet">{say('this one')}</Tone>
                ) : (
                  <Button
                    kind="quiet"
                    label={say('Sign out {browser}', { browser: browserSaid(one.agent) })}
                    onPress={() => void end(one)}
                  >
                    {say('Sign out')}
                  </Button>
                ),
            },
          ]}
        />
      </Section>
    </>
  )
}
