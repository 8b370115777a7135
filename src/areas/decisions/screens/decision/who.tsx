import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { differing } from '../../../../web/derived/form.tsx'
import { Against } from '../../../../web/kit/against.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { say } from '../../../../web/words/say.ts'
import { peopleOf, type Role } from '../../rules/decision-roles.ts'
import { optionIn, type Dossier } from '../../rules/dossier.ts'
import { dissentsOf } from '../../rules/dissent.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'
import { BlindRound } from './blind-round.tsx'
import { TakePosition } from './take-position.tsx'
import { usePeople, type People } from './use-people.ts'
import { fieldsOf } from './weighing-verbs.tsx'

/** Who said what: everybody with a role or a position, and where they stand. */
export function WhoSaidWhat({
  dossier,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly mayChange: boolean
}): ReactNode {
  const { decision, positions } = dossier
  const people = usePeople()
  const named = peopleOf(decision)
  const spoken = positions.filter(({ byId }) => named.every(({ id }) => id !== byId))
  const lines = [
    ...named.map(({ id, role }, at) => ({
      id,
      says: roleSaid(role),
      // somebody with two roles stands in one place
      position:
        named.findIndex((one) => one.id === id) === at
          ? positions.find(({ byId }) => byId === id)
          : undefined,
    })),
    ...spoken.map((position) => ({
      id: String(position['byId']),
      says: say('Spoke'),
      position: position as Row | undefined,
    })),
  ]
  if (lines.length === 0 && !mayChange && decision['state'] !== 'open') return null
  return (
    <section className={styles.part} id="at-approverId" tabIndex={-1}>
      <h2 className={styles.partTitle}>{say('Who said what')}</h2>
      <table className={styles.who}>
        <tbody>
          {lines.map(({ id, says, position }, at) => (
            <tr key={`${id} ${at}`}>
              <td className={styles.role}>{says}</td>
              <td>
                <b dir="auto">{people.nameOf(id)}</b>{' '}
                <span className={styles.work}>{people.workOf(id)}</span>
                {position !== undefined && <Reasons position={position} dossier={dossier} />}
              </td>
              <td>
                {position !== undefined && <StanceSaid position={position} dossier={dossier} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <BlindRound dossier={dossier} people={people} mayChange={mayChange} />
      {decision['state'] === 'open' && <TakePosition dossier={dossier} />}
      {mayChange && <Roles decision={decision} />}
    </section>
  )
}

/** What somebody says for it stands under their name; dissent stands in the margin instead. */
function Reasons({
  position,
  dossier,
}: {
  readonly position: Row
  readonly dossier: Dossier
}): ReactNode {
  const reasons = position['reasons']
  if (typeof reasons !== 'string' || dissentsOf(dossier).includes(position)) return null
  return (
    <p className={styles.reasons} dir="auto">
      {reasons}
    </p>
  )
}

function StanceSaid({
  position,
  dossier,
}: {
  readonly position: Row
  readonly dossier: Dossier
}): ReactNode {
  const option = optionIn(dossier, position['optionId'])
  const isDissent = dissentsOf(dossier).includes(position)
  const says = stanceSaid(String(position['stance']), option?.letter)
  const hidden = position['isShown'] === false ? ` (${say('yours; blind still')})` : ''
  return isDissent ? (
    <Tone of="against">{`${says}${hidden}`}</Tone>
  ) : (
    <span>{`${says}${hidden}`}</span>
  )
}

function stanceSaid(stance: string, letter: string | undefined): string {
  switch (stance) {
    case 'for':
      return letter === undefined ? say('for|stance') : say('for {letter}', { letter })
    case 'against':
      return letter === undefined ? say('against') : say('against {letter}', { letter })
    default:
      return say('abstains')
  }
}

function roleSaid(role: Role): string {
  switch (role) {
    case 'driver':
      return say('Driver|role')
    case 'approver':
      return say('Approver|role')
    case 'contributor':
      return say('Contributor|role')
    case 'informed':
      return say('Informed|role')
  }
}

/** In the margin, on the other side of the line: who dissents, by name, in their words. */
export function Dissent({
  dossier,
  people,
}: {
  readonly dossier: Dossier
  readonly people: People
}): ReactNode {
  const dissents = dissentsOf(dossier)
  return dissents.map((position, at) => {
    const by = people.nameOf(position['byId'])
    const work = people.workOf(position['byId'])
    return (
      <div key={position.id} className={styles.dissent}>
        <Against
          word={at === 0 ? say('dissent') : undefined}
          source={
            <>
              {work === undefined ? by : say('{name}, {work}', { name: by, work })}
              <br />
              <When at={position.updatedAt} to="day" />
            </>
          }
        >
          <span dir="auto">
            {typeof position['reasons'] === 'string'
              ? position['reasons']
              : stanceSaid(
                  String(position['stance']),
                  optionIn(dossier, position['optionId'])?.letter,
                )}
          </span>
        </Against>
      </div>
    )
  })
}

function Roles({ decision }: { readonly decision: Row }): ReactNode {
  const { catalogue } = useSite()
  const write = useWrite()
  const fields = fieldsOf(catalogue.record('decision'), [
    'driverId',
    'approverId',
    'contributorIds',
    'informedIds',
  ])
  const start = Object.fromEntries(Object.keys(fields).map((name) => [name, decision[name]]))
  return (
    <InPlace
      says={say('Name who has a part')}
      draft={`roles of ${decision.id}`}
      owner="decision"
      fields={fields}
      start={start}
      onSave={(values) =>
        write(
          say('Roles named: {ref}', { ref: decision.ref }),
          'PATCH',
          `/decisions/${decision.id}`,
          differing(start, values),
          decision.version,
        )
      }
    />
  )
}
