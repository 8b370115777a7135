import type { ReactNode } from 'react'
import { choice, type Field } from '../../../../engine/field.ts'
import { fieldLabel } from '../../../../web/derived/field-words.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useWrite } from '../../../../web/derived/undo.ts'
import { say } from '../../../../web/words/say.ts'
import { isAsked } from '../../rules/blind.ts'
import type { Dossier, Lettered } from '../../rules/dossier.ts'
import { InPlace } from './in-place.tsx'
import { openRoundOn } from './blind-round.tsx'

/** Says where one stands. In a blind round only those who are asked may. */
export function TakePosition({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const site = useSite()
  const write = useWrite()
  const { decision, options, positions } = dossier
  const round = openRoundOn(dossier)
  const kind = site.catalogue.record('position')
  const { stance, reasons } = kind.fields
  const mine = positions.find(({ byId }) => byId === site.me.id)
  const isShut =
    round !== undefined && (round['state'] === 'complete' || !isAsked(round, site.me.id))
  if (!mayTry(site, 'take-position') || stance === undefined || reasons === undefined || isShut)
    return null
  return (
    <InPlace
      says={mine === undefined ? say('Say where you stand') : say('Say anew where you stand')}
      draft={`position on ${decision.id}`}
      owner="position"
      fields={{ stance, option: optionField(kind.fields['optionId'], options), reasons }}
      start={
        mine === undefined
          ? { stance: 'for' }
          : { stance: mine['stance'], option: mine['optionId'], reasons: mine['reasons'] }
      }
      onSave={(values) =>
        write(
          say('Your position on {ref}', { ref: decision.ref }),
          'POST',
          '/commands/take-position',
          {
            ...values,
            decision: decision.ref,
          },
        )
      }
    />
  )
}

/** The options of this decision alone, by letter and title: nobody searches among all there are. */
export const optionField = (field: Field | undefined, options: readonly Lettered[]): Field => ({
  ...choice({
    label: field === undefined ? '' : fieldLabel(field, 'position'),
    options: Object.fromEntries(
      options.map(({ letter, row }) => [row.id, `${letter} ${String(row['title'])}`] as const),
    ),
  }),
  asWritten: true,
})
