import type { ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useAct, useWrite } from '../../../../web/derived/undo.ts'
import { Button, Buttons } from '../../../../web/kit/button.tsx'
import { Note } from '../../../../web/kit/note.tsx'
import { When } from '../../../../web/kit/when.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import { saying } from '../../../../web/words/saying.tsx'
import { isAsked } from '../../rules/blind.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'
import type { People } from './use-people.ts'
import { fieldsOf } from './weighing-verbs.tsx'

/** The round about this decision that is not shown yet. */
export const openRoundOn = ({ decision, rounds }: Dossier): Row | undefined =>
  rounds.find((row) => row['decisionId'] === decision.id && row['state'] !== 'shown')

/** A blind round on the decision: who has answered, never what; and the way to ask one. */
export function BlindRound({
  dossier,
  people,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly people: People
  readonly mayChange: boolean
}): ReactNode {
  const round = openRoundOn(dossier)
  if (round !== undefined) return <Standing round={round} people={people} />
  return mayChange ? <Ask dossier={dossier} /> : null
}

function Standing({ round, people }: { readonly round: Row; readonly people: People }): ReactNode {
  const { me } = useSite()
  const act = useAct()
  const asked = idsIn(round['raterIds'])
  const answered = idsIn(round['answeredIds'])
  const missing = asked.filter((id) => !answered.includes(id))
  const mayHandIn = round['state'] === 'open' && isAsked(round, me.id) && !answered.includes(me.id)
  const mayClose =
    round['state'] === 'open' &&
    (round.createdById === me.id || me.role === 'admin' || me.role === 'owner')
  return (
    <div id="at-rounds" tabIndex={-1} className={styles.round}>
      <Note
        kind="armed"
        title={
          round['state'] === 'complete'
            ? say('All answers are in. They will be shown in a moment.')
            : counted(
                answered.length,
                '# of {all} has answered. You will see them once all are in.',
                '# of {all} have answered. You will see them once all are in.',
                { all: asked.length },
              )
        }
        value={
          typeof round['dueOn'] === 'string' &&
          saying('due {when}', { when: <When at={round['dueOn']} /> })
        }
        foot={
          (mayHandIn || mayClose) && (
            <Buttons>
              {mayHandIn && (
                <Button
                  onPress={() =>
                    void act(
                      say('Handed in: {ref}', { ref: round.ref }),
                      'POST',
                      '/commands/hand-in',
                      {
                        round: round.ref,
                      },
                    )
                  }
                >
                  {say('Hand in')}
                </Button>
              )}
              {mayClose && (
                <Button
                  kind="quiet"
                  onPress={() =>
                    void act(
                      say('Closed: {ref}', { ref: round.ref }),
                      'POST',
                      '/commands/close-round',
                      {
                        round: round.ref,
                      },
                    )
                  }
                >
                  {say('Close the round')}
                </Button>
              )}
            </Buttons>
          )
        }
      >
        {missing.length > 0 &&
          say('Waiting for {names}.', { names: missing.map(people.nameOf).join(', ') })}
      </Note>
    </div>
  )
}

function Ask({ dossier: { decision } }: { readonly dossier: Dossier }): ReactNode {
  const site = useSite()
  const write = useWrite()
  if (!mayTry(site, 'open-round')) return null
  const raterIds = [
    ...new Set(
      [decision['driverId'], decision['approverId'], ...idsIn(decision['contributorIds'])].filter(
        (id) => typeof id === 'string',
      ),
    ),
  ]
  return (
    <InPlace
      says={say('Ask several people blind')}
      draft={`round on ${decision.id}`}
      owner="round"
      fields={fieldsOf(site.catalogue.record('round'), ['raterIds', 'dueOn'])}
      start={{ raterIds }}
      verb={say('Open the round')}
      onSave={(values) =>
        write(
          say('Blind round opened: {ref}', { ref: decision.ref }),
          'POST',
          '/commands/open-round',
          {
            title: String(decision['question'] ?? decision['sentence'] ?? decision.ref).slice(
              0,
              300,
            ),
            raterIds: [],
            ...values,
            decisionId: decision.id,
          },
        )
      }
    />
  )
}

const idsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : []
