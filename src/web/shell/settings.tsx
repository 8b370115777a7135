import { reachesRole } from '../../engine/access.ts'
import { capital } from '../derived/capital.ts'
import { useState, type ReactNode } from 'react'
import { hrefOf, write } from '../client/api.ts'
import { mayTry } from '../derived/may.ts'
import { useSite } from '../derived/site.ts'
import { Title } from '../derived/title.tsx'
import { Button, Buttons, LinkButton } from '../kit/button.tsx'
import { Code } from '../kit/code.tsx'
import { Link } from '../kit/link.tsx'
import { DensityChoice, ThemeChoice } from '../kit/look-choice.tsx'
import { PageHead } from '../kit/page-head.tsx'
import { ProblemNote } from '../kit/problem.tsx'
import { Section } from '../kit/section.tsx'
import { Row, Sheet } from '../kit/sheet.tsx'
import { label, say } from '../words/say.ts'
import { saying } from '../words/saying.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { forgetMe } from './me.ts'
import { roleSaid } from './role-said.ts'
import { useCounts } from './counts.ts'
import { AccountSections } from './account.tsx'
import { ApiKeys } from './api-keys.tsx'
import { People } from './people.tsx'
import { SampleSection } from './practice/sample-section.tsx'
import { Webhooks } from './webhooks.tsx'
import styles from './settings.module.css'

/** Who and what may come in, how this workspace is set up, and how to take everything out. */
export function SettingsPage(): ReactNode {
  const site = useSite()
  const { catalogue, me, to } = site
  const kinds = catalogue.records.filter(
    ({ name, station, plural }) =>
      station === undefined && !elsewhere.has(name) && plural !== 'workspaces',
  )
  const mayArchive = reachesRole(me.role, 'owner')
  const [problem, setProblem] = useState<Error | null>(null)
  const leave = async (): Promise<void> => {
    try {
      await signOut()
      location.assign('/')
    } catch (error) {
      setProblem(error as Error)
    }
  }
  return (
    <Sheet
      head={
        <PageHead
          kick={
            <span>
              {say('signed in as {name}, {role}', {
                name: me.name,
                role: roleSaid(catalogue, me.role),
              })}
            </span>
          }
          title={
            <>
              <Title says={say('Settings')} />
              {say('Who comes in, and what this workspace is made of')}
            </>
          }
        />
      }
    >
      <Row>
        {problem !== null && <ProblemNote says={problem.message} />}
        {mayTry(site, 'invite') && <People />}
        <AccountSections />
        {mayTry(site, 'create-key') && <ApiKeys />}
        {mayTry(site, 'create-webhook') && <Webhooks />}
        <Section title={say('What this workspace is made of')}>
          <Places kinds={kinds} />
        </Section>
        <Section title={say('How it looks in this browser')}>
          <div className={styles.stack}>
            <ThemeChoice />
            <DensityChoice />
            <LanguageChoice />
          </div>
        </Section>
        <SampleSection />
        <Section title={say('Take everything out')}>
          <div className={styles.stack}>
            <p>
              {mayArchive
                ? say(
                    'One archive holds every record, link, file and own field that you may see. Another workspace reads it back as it is. API keys, webhooks and invitations stay here: make new ones there.',
                  )
                : say(
                    'Only an owner takes the archive of this workspace. Every list gives what you see in it as a file.',
                  )}
            </p>
            <Buttons>
              {mayArchive && (
                <LinkButton href={hrefOf('/archive')} download="workspace.throughline">
                  {say('Archive of this workspace')}
                </LinkButton>
              )}
              <LinkButton href={to('history')}>{say('History')}</LinkButton>
              {reachesRole(me.role, 'admin') && (
                <LinkButton href={to('audit')}>{say('Audit')}</LinkButton>
              )}
              <LinkButton href={`${to('logins')}?cols=ref,title,how,address,createdAt`}>
                {say('Logins')}
              </LinkButton>
              <LinkButton href={to('trash')}>{say('Trash')}</LinkButton>
              <Button onPress={() => void leave()}>{say('Sign out')}</Button>
            </Buttons>
            <p>
              {saying(
                'The API has a description of its own at {address}; the command line is {command}.',
                {
                  address: <Link href={api}>{api}</Link>,
                  command: <Code>npx throughline</Code>,
                },
              )}
            </p>
          </div>
        </Section>
      </Row>
    </Sheet>
  )
}

/** Records with a page of their own in the navigation or on this page. */
const elsewhere: ReadonlySet<string> = new Set([
  'key',
  'webhook',
  'invitation',
  'link',
  'follower',
  'inbox',
])

function Places({ kinds }: { readonly kinds: Parameters<typeof useCounts>[0] }): ReactNode {
  const { to } = useSite()
  const counts = useCounts(kinds)
  return (
    <ul className={styles.places}>
      {counts.map(({ kind, said }) => (
        <li key={kind.name}>
          <Link href={to(kind.plural)}>{capital(label(kind.says.many, kind.name))}</Link>
          <span>{said}</span>
        </li>
      ))}
    </ul>
  )
}

const api = '/api'

/** The session ends on the server too; its address is not of the API. */
async function signOut(): Promise<void> {
  await write('POST', '/../../sign-out')
  await forgetMe()
}
