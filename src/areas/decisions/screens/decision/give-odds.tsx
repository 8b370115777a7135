import type { ReactNode } from 'react'
import { number, type Fields } from '../../../../engine/field.ts'
import type { RecordKind, Row } from '../../../../engine/record.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { counted, say } from '../../../../web/words/say.ts'
import { isAsked } from '../../rules/blind.ts'
import type { Dossier } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { InPlace } from './in-place.tsx'
import { fieldsOf } from './weighing-verbs.tsx'

/** One's own odds on a prediction, by its kind: a chance, one for each answer, or a range. */
export function GiveOdds({
  dossier: { rounds },
  prediction,
  odds,
}: {
  readonly dossier: Dossier
  readonly prediction: Row
  readonly odds: readonly Row[]
}): ReactNode {
  const site = useSite()
  const write = useWrite()
  const round = rounds.find(
    (row) => row['predictionId'] === prediction.id && row['state'] !== 'shown',
  )
  const waiting =
    round === undefined ? null : (
      <p className={styles.rule}>
        {counted(
          (round['answeredIds'] as readonly string[]).length,
          '# of {all} has answered. You will see them once all are in.',
          '# of {all} have answered. You will see them once all are in.',
          { all: (round['raterIds'] as readonly string[]).length },
        )}
      </p>
    )
  const isShut =
    round !== undefined && (round['state'] === 'complete' || !isAsked(round, site.me.id))
  if (!mayTry(site, 'give-odds') || isShut) return waiting
  const mine = odds.find((row) => row['byId'] === site.me.id)
  const answers = (prediction['answers'] ?? []) as readonly string[]
  const kind = site.catalogue.record('odds')
  const what = String(prediction['question'])
  return (
    <>
      {waiting}
      <InPlace
        says={mine === undefined ? say('Give your odds') : say('Give your odds anew')}
        label={
          mine === undefined
            ? say('Give your odds: {what}', { what })
            : say('Give your odds anew: {what}', { what })
        }
        draft={`odds on ${prediction.id}`}
        owner="odds"
        fields={oddsFields(kind, String(prediction['kind']), answers)}
        start={startOf(mine)}
        onSave={(values) =>
          write(say('Odds given: {ref}', { ref: prediction.ref }), 'POST', '/commands/give-odds', {
            ...oddsOf(values, answers),
            prediction: prediction.ref,
          })
        }
      />
    </>
  )
}

function oddsFields(kind: RecordKind, of: string, answers: readonly string[]): Fields {
  switch (of) {
    case 'choice':
      return {
        ...Object.fromEntries(
          answers.map((answer, at) => [
            `chance ${at}`,
            {
              ...number({ label: answer, min: 0, max: 100, unit: '%', required: true }),
              asWritten: true as const,
            },
          ]),
        ),
        ...fieldsOf(kind, ['note']),
      }
    case 'quantity':
      return fieldsOf(kind, ['low', 'likely', 'high', 'note'])
    case 'date':
      return fieldsOf(kind, ['lowOn', 'likelyOn', 'highOn', 'note'])
    default:
      return fieldsOf(kind, ['chance', 'note'])
  }
}

function startOf(mine: Row | undefined): Readonly<Record<string, unknown>> {
  if (mine === undefined) return {}
  const { chance, chances, low, likely, high, lowOn, likelyOn, highOn, note } = mine
  const each = ((chances ?? []) as readonly string[]).map(
    (one, at) => [`chance ${at}`, Number(one)] as const,
  )
  return { chance, low, likely, high, lowOn, likelyOn, highOn, note, ...Object.fromEntries(each) }
}

/** What the form holds, as the command takes it: a chance for each answer becomes a list in their order. */
function oddsOf(
  values: Readonly<Record<string, unknown>>,
  answers: readonly string[],
): Readonly<Record<string, unknown>> {
  const given = Object.entries(values).filter(
    ([name, value]) => !name.startsWith('chance ') && value !== null && value !== undefined,
  )
  const chances = answers.map((_, at) => String(values[`chance ${at}`] ?? 0))
  return {
    ...Object.fromEntries(given),
    ...(Object.keys(values).some((name) => name.startsWith('chance ')) ? { chances } : {}),
  }
}
