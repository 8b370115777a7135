import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { figure } from '../../../../web/derived/figure.ts'
import { optionInside } from '../../../../web/derived/field-words.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { cls } from '../../../../web/kit/cls.ts'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { TripwireBuilder } from './tripwire-builder.tsx'

/** What would change our mind: each tripwire as a sentence, with the line broken beside it, and where it stands. */
export function ChangeOurMind({
  dossier,
  maySet,
}: {
  readonly dossier: Dossier
  /** Also of what is decided: what would change one's mind is seen late as well. */
  readonly maySet: boolean
}): ReactNode {
  const { tripwires, decision } = dossier
  const site = useSite()
  const isOffered = maySet && mayTry(site, 'set-tripwire')
  if (tripwires.length === 0 && !isOffered) return null
  return (
    <section
      className={styles.part}
      id="at-tripwires"
      tabIndex={-1}
      data-screen-only={tripwires.length === 0 ? '' : undefined}
    >
      <h2 className={styles.partTitle}>{say('What would change our mind')}</h2>
      <ol className={styles.wires}>
        {tripwires.map((tripwire) => (
          <li key={tripwire.id} data-state={String(tripwire['state'])}>
            <span
              className={cls(styles.cut, tripwire['state'] === 'fired' && styles.fired)}
              aria-hidden="true"
            />
            <p dir="auto">
              <b>{String(tripwire['text'])}</b>
            </p>
            <p className={styles.now}>
              <Now tripwire={tripwire} />
            </p>
          </li>
        ))}
      </ol>
      {isOffered && <TripwireBuilder decision={decision} />}
    </section>
  )
}

/** The last value, and whether it is armed, silent or has fired. */
function Now({ tripwire }: { readonly tripwire: Row }): ReactNode {
  const { catalogue } = useSite()
  const metrics = useHeld('metric')
  const { state, value, valueOn, firedAt, by, metricId } = tripwire
  const unit = metrics?.find(({ id }) => id === metricId)?.['unit']
  const field = catalogue.record('tripwire').fields['state']
  const word =
    field?.kind === 'choice' ? optionInside(field, String(state), 'tripwire') : String(state)
  const last =
    typeof value === 'number'
      ? say('now {value}', {
          value: `${figure(value)}${typeof unit === 'string' ? `\u00a0${unit}` : ''}`,
        })
      : say('no value yet')
  const parts: ReactNode[] = [
    last,
    typeof valueOn === 'string' && saying('of {when}', { when: <When at={valueOn} /> }),
    typeof by === 'string' && state !== 'fired' && saying('by {when}', { when: <When at={by} /> }),
  ].filter((part) => part !== false)
  return (
    <>
      {state === 'fired' ? (
        <Tone of="oxide">
          <b>{word}</b>
          {typeof firedAt === 'string' && (
            <>
              {' '}
              <When at={firedAt} to="day" />
            </>
          )}
        </Tone>
      ) : state === 'silent' ? (
        <Tone of="watch">{word}</Tone>
      ) : (
        word
      )}
      {parts.map((part, at) => (
        <span key={at}>
          {', '}
          {part}
        </span>
      ))}
    </>
  )
}
