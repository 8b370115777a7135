import { useMemo, useState, type ReactNode } from 'react'
import { asSentence } from '../../../../engine/problem.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useFocusBack } from '../../../../web/derived/use-focus-back.ts'
import { useKeys } from '../../../../web/derived/use-key.ts'
import { Button } from '../../../../web/kit/button.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { counted, say, words } from '../../../../web/words/say.ts'
import type { Dossier } from '../../rules/dossier.ts'
import { missingIn } from '../../rules/missing.ts'
import { Choose } from './choose.tsx'
import styles from './decision.module.css'
import { useCites } from './use-links.ts'
import { usePeople } from './use-people.ts'

/**
 * What an open decision still lacks, each line leading to its place, and the verb that decides. The verb says
 * what is missing as long as something is.
 */
export function Lacks({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const { decision } = dossier
  const site = useSite()
  const people = usePeople()
  const missing = useMissing(dossier)
  const draft = `choose ${decision.id}`
  const [open, setOpen] = useState(false)
  const place = useFocusBack(open)
  const may = mayTry(site, 'choose')
  useKeys(may ? { d: () => setOpen(true) } : {})
  const approver = decision['approverId']
  const isMine = approver === site.me.id || site.me.role === 'owner'
  return (
    <section className={styles.lacks} aria-label={say('Before it is decided')} data-screen-only="">
      {missing.length > 0 && (
        <>
          <h2>
            {counted(missing.length, '# thing is still missing', '# things are still missing')}
          </h2>
          <ul>
            {missing.map(({ at, says }) => (
              <li key={`${at} ${says}`}>
                <a
                  href={`#at-${at}`}
                  onClick={(event) => {
                    event.preventDefault()
                    leadTo(at)
                  }}
                >
                  {says}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {missing.length === 0 && (
        <p>
          <Tone of="good">{say('All is there that a decision asks for.')}</Tone>
        </p>
      )}
      {may && typeof approver === 'string' && !isMine && (
        <p>
          {say('{name} decides, or an owner in their place.', { name: people.nameOf(approver) })}
        </p>
      )}
      {may && (
        <div ref={place}>
          {open ? (
            <Choose dossier={dossier} draft={draft} onClose={() => setOpen(false)} />
          ) : (
            <Button kind="primary" keys="D" onPress={() => setOpen(true)}>
              {say('Decide|verb')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** What is missing besides what one says as one decides: the sentence, the choice, the reasons, the day. */
function useMissing(dossier: Dossier): readonly { readonly at: string; readonly says: string }[] {
  const cites = useCites(dossier)
  return useMemo(() => {
    const { decision, options, criteria, rounds, predictions, assumptions, tripwires } = dossier
    const links = options.flatMap(({ row }) => [
      ...cites.for(row.id).map(({ link }) => link),
      ...cites.against(row.id).map(({ link }) => link),
    ])
    const all = missingIn(
      {
        decision,
        options: options.map(({ row }) => row),
        criteria,
        links,
        rounds,
        predictions,
        assumptions,
        tripwires,
      },
      {
        sentence: 'said',
        chosenId: options[0]?.row.id ?? 'none',
        reasons: 'said',
        reviewOn: 'said',
      },
    )
    return all.map(({ at, says }) => ({ at, says: words().told(asSentence(says)) }))
  }, [dossier, cites])
}

/** Goes to the place of a missing piece, and into its first verb. */
function leadTo(at: string): void {
  const place = document.getElementById(`at-${at}`)
  place?.scrollIntoView({ block: 'center' })
  const verbs = place?.querySelectorAll<HTMLElement>('[data-screen-only] button') ?? []
  const verb = [...verbs].at(at === 'approverId' || at === 'options' ? -1 : 0)
  ;(verb ?? place)?.focus()
}
