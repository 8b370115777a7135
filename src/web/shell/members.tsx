import { useMemo, type ReactNode } from 'react'
import { reachesRole, type Role } from '../../engine/access.ts'
import type { Row } from '../../engine/record.ts'
import { write as send } from '../client/api.ts'
import { useHeld } from '../client/use-held.ts'
import { nameOf } from '../derived/name-of.ts'
import { useSite } from '../derived/site.ts'
import { useWrite } from '../derived/undo.ts'
import { Ledger } from '../kit/ledger.tsx'
import { Link } from '../kit/link.tsx'
import { VerbMenu, type Verb } from '../kit/menu.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { say } from '../words/say.ts'
import { RightsSaid } from './rights-said.tsx'
import { roleSaid } from './role-said.ts'
import { useAttempt } from './use-attempt.ts'

/** A link that was just made, to be handed over. */
export interface PeopleLink {
  readonly for: 'entry' | 'password'
  readonly url: string
}

/** Who is in, and what an admin does for or with them. */
export function Members({ onLink }: { readonly onLink: (link: PeopleLink) => void }): ReactNode {
  const { catalogue, me, to } = useSite()
  const kind = catalogue.record('member')
  const write = useWrite()
  const held = useHeld('member')
  const members = useMemo(
    () => held?.toSorted((left, right) => named(left).localeCompare(named(right))),
    [held],
  )
  const { problem, attempt } = useAttempt()
  const run = (verb: string, row: Row): Promise<void> =>
    attempt(async () => {
      if (verb === 'password') {
        // Not kept for later when nothing answers: the link is told once, to whoever waits for it.
        const { body } = await send<{ readonly url: string }>('POST', '/password-links', {
          memberId: row.id,
        })
        onLink({ for: 'password', url: body.url })
        return
      }
      const says =
        verb === 'suspend'
          ? say('Suspended: {name}', { name: named(row) })
          : say('Reinstated: {name}', { name: named(row) })
      await write(says, 'POST', `/commands/${verb}-member`, { id: row.id })
    })
  return (
    <>
      {problem !== null && <ProblemNote says={problem.message} />}
      <Ledger
        label={say('members')}
        rows={members ?? []}
        idOf={(row) => row.id}
        nameOf={named}
        state={members === undefined ? 'reading' : 'ready'}
        columns={[
          {
            id: 'name',
            label: say('name'),
            part: 'title',
            render: (row) => <Link href={to('members', row.ref)}>{nameOf(kind, row, 80)}</Link>,
            below: (row) => (
              <>
                {typeof row['email'] === 'string' && <div>{row['email']}</div>}
                <div>
                  {roleSaid(catalogue, row['role'])}, <RightsSaid row={row} />
                </div>
              </>
            ),
          },
          {
            id: 'email',
            label: say('e-mail'),
            width: '14rem',
            wide: true,
            render: (row) => (typeof row['email'] === 'string' ? row['email'] : '–'),
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
            render: (row) => <RightsSaid row={row} />,
          },
          {
            id: 'verbs',
            label: say('do'),
            part: 'line',
            width: '11rem',
            render: (row) =>
              row.id === me.id || !reachesRole(me.role, row['role'] as Role) ? null : (
                <VerbMenu
                  says={say('Change')}
                  label={say('Change {name}', { name: named(row) })}
                  verbs={verbsFor(row)}
                  onVerb={(verb) => void run(verb, row)}
                />
              ),
          },
        ]}
      />
    </>
  )
}

const named = (row: Row): string => String(row['name'])

const verbsFor = (row: Row): readonly Verb[] =>
  (row['suspendedAt'] ?? null) === null
    ? [
        { id: 'suspend', says: say('Suspend') },
        { id: 'password', says: say('Link for a new password') },
      ]
    : [{ id: 'reinstate', says: say('Reinstate') }]
