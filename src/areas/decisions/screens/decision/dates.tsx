import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { differing } from '../../../../web/derived/form.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { say, words } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Dossier } from '../../rules/dossier.ts'
import { looksOf, type Look } from '../../rules/decided-days.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'
import { today } from './today.ts'
import { usePeople } from './use-people.ts'
import { fieldsOf } from './weighing-verbs.tsx'

/** When we look again, and who stands for it with their name. */
export function LookAgain({
  dossier,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly mayChange: boolean
}): ReactNode {
  const { decision } = dossier
  const looks = looksOf({ ...dossier, now: today() }, words())
  const isOpen = decision['state'] === 'open'
  if (looks.length === 0 && isOpen && !mayChange) return null
  return (
    <section className={styles.part} id="at-reviewOn" tabIndex={-1}>
      <h2 className={styles.partTitle}>{say('When we look again')}</h2>
      {looks.length === 0 && <p className={styles.rule}>{say('No day is set.')}</p>}
      <ol className={styles.dates}>
        {looks.map((look) => (
          <li key={`${look.is} ${look.ref}`} data-main={look.is === 'review' ? '' : undefined}>
            {look.isLate && !isOpen ? (
              <Tone of="watch">
                <When at={look.on} />
              </Tone>
            ) : (
              <When at={look.on} />
            )}
            <span dir="auto">{lookSaid(look)}</span>
          </li>
        ))}
      </ol>
      {mayChange && <Deadlines decision={decision} />}
      {!isOpen && <Signed dossier={dossier} />}
    </section>
  )
}

function lookSaid({ is, says }: Look): string {
  switch (is) {
    case 'review':
      return say('we look back: did it come as we said?')
    case 'tripwire':
      return say('tripwire ends: {what}', { what: says })
    case 'prediction':
      return say('prediction resolves: {what}', { what: says })
  }
}

function Signed({ dossier: { decision } }: { readonly dossier: Dossier }): ReactNode {
  const people = usePeople()
  const { decidedById, decidedAt, driverId, openedAt } = decision
  if (typeof decidedById !== 'string' || typeof decidedAt !== 'string') return null
  return (
    <div className={styles.signed}>
      <div>
        <span dir="auto">{people.nameOf(decidedById)}</span>
        <small>{saying('decided, {when}', { when: <When at={decidedAt} /> })}</small>
      </div>
      {typeof driverId === 'string' && driverId !== decidedById && (
        <div>
          <span dir="auto">{people.nameOf(driverId)}</span>
          <small>
            {saying('driver, {when}', {
              when: <When at={typeof openedAt === 'string' ? openedAt : decidedAt} to="day" />,
            })}
          </small>
        </div>
      )}
    </div>
  )
}

function Deadlines({ decision }: { readonly decision: Row }): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const fields = fieldsOf(catalogue.record('decision'), [
    'reviewOn',
    'dueOn',
    'otherwise',
    'escalateToId',
  ])
  const start = Object.fromEntries(Object.keys(fields).map((name) => [name, decision[name]]))
  return (
    <InPlace
      says={say('Set the days')}
      draft={`days of ${decision.id}`}
      owner="decision"
      fields={fields}
      start={start}
      onSave={(values) =>
        write(
          say('Days set: {ref}', { ref: decision.ref }),
          'PATCH',
          `/decisions/${decision.id}`,
          differing(start, values),
          decision.version,
        )
      }
    />
  )
}
