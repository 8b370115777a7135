import type { ReactNode } from 'react'
import { choice, type Field, type Fields } from '../../../../engine/field.ts'
import type { Row } from '../../../../engine/record.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { Note } from '../../../../web/kit/note.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { label, say } from '../../../../web/words/say.ts'
import { isInForce } from '../../rules/decided-text.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'

/** What fired, and that somebody must say how it goes on. It stays until they have. */
export function UnderReview({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { decision, tripwires } = dossier
  if (decision['state'] !== 'under-review') return null
  const fired = tripwires.filter(({ state }) => state === 'fired')
  const [first] = fired
  return (
    <Note
      kind="fired"
      title={say('Under review: what would change our mind has come')}
      value={typeof first?.['firedAt'] === 'string' && <When at={first['firedAt']} to="day" />}
    >
      {fired.map((row) => (
        <p key={row.id} dir="auto">
          {String(row['text'])}
        </p>
      ))}
      <p>{say('It stays so until somebody says: persevere, pivot or stop, and why.')}</p>
      <Review dossier={dossier} primary />
    </Note>
  )
}

/** The verbs of a decision that was taken: its text is locked, so each adds something. */
export function Afterwards({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { decision } = dossier
  if (decision['state'] === 'open') return null
  return (
    <div className={styles.afterwards} data-screen-only="">
      <Amend decision={decision} />
      {isInForce(decision) && (
        <>
          {decision['state'] !== 'under-review' && <Review dossier={dossier} />}
          <InItsPlace decision={decision} command="supersede-decision" says={say('Supersede')} />
          <InItsPlace decision={decision} command="reverse-decision" says={say('Reverse|verb')} />
        </>
      )}
    </div>
  )
}

function Amend({ decision }: { readonly decision: Row }): ReactNode {
  const site = useSite()
  const write = useWrite()
  if (!mayTry(site, 'amend')) return null
  return (
    <InPlace
      says={say('Amend')}
      draft={`amend ${decision.id}`}
      owner="amend"
      fields={inputOf(site.catalogue.command('amend')?.input, ['text'])}
      verb={say('Amend')}
      onSave={(values) =>
        write(say('Amended: {ref}', { ref: decision.ref }), 'POST', '/commands/amend', {
          ...values,
          decision: decision.ref,
        })
      }
    />
  )
}

function Review({
  dossier: { decision, tripwires },
  primary = false,
}: {
  readonly dossier: Dossier
  readonly primary?: boolean
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  if (!mayTry(site, 'record-review')) return null
  const fired = tripwires.filter(({ state }) => state === 'fired')
  const names = ['verdict', 'pivot', 'reasons', 'expected', 'came', 'again']
  const because: Field = {
    ...choice({
      label: label('Because of'),
      options: Object.fromEntries(
        fired.map((row) => [row.id, String(row['text']).slice(0, 100)] as const),
      ),
    }),
    asWritten: true,
  }
  return (
    <InPlace
      says={say('Look back')}
      kind={primary ? 'primary' : 'quiet'}
      draft={`review ${decision.id}`}
      owner="review"
      fields={{
        ...inputOf(site.catalogue.command('record-review')?.input, names),
        ...(fired.length < 2 ? {} : { tripwire: because }),
      }}
      start={fired[0] === undefined ? {} : { tripwire: fired[0].id }}
      verb={say('Record the review')}
      onSave={(values) =>
        write(
          say('Review recorded: {ref}', { ref: decision.ref }),
          'POST',
          '/commands/record-review',
          { ...given(values), decision: decision.ref },
        )
      }
    />
  )
}

function InItsPlace({
  decision,
  command,
  says,
}: {
  readonly decision: Row
  readonly command: 'supersede-decision' | 'reverse-decision'
  readonly says: string
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const { to, go } = site
  if (!mayTry(site, command)) return null
  return (
    <InPlace
      says={says}
      draft={`${command} ${decision.id}`}
      owner={command}
      fields={inputOf(site.catalogue.command(command)?.input, ['sentence', 'reasons', 'reviewOn'])}
      verb={says}
      onSave={async (values) => {
        const written = await write<{ readonly result?: { readonly id?: string } }>(
          say('{verb}: {ref}', { verb: says, ref: decision.ref }),
          'POST',
          `/commands/${command}`,
          { ...given(values), decision: decision.ref },
        )
        const id = written.body.result?.id
        if (id !== undefined) go(to('decisions', id))
      }}
    />
  )
}

const inputOf = (input: Fields | undefined, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = input?.[name]
      return field === undefined ? [] : [[name, field]]
    }),
  )

const given = (values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => (value ?? null) !== null))
