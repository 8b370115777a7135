import { useMemo, useState, type ReactNode } from 'react'
import { keptDraft } from '../../../../web/derived/draft.ts'
import { mayTry } from '../../../../web/derived/may.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { useAct } from '../../../../web/derived/undo.ts'
import { useFocusBack } from '../../../../web/derived/use-focus-back.ts'
import { Button, Buttons } from '../../../../web/kit/button.tsx'
import { ComboBox } from '../../../../web/kit/combo-box.tsx'
import { Fields } from '../../../../web/kit/field.tsx'
import type { Option } from '../../../../web/kit/options.tsx'
import { Select } from '../../../../web/kit/select.tsx'
import { Tone } from '../../../../web/kit/tone.tsx'
import { counted, say } from '../../../../web/words/say.ts'
import type { Dossier, Lettered } from '../../rules/dossier.ts'
import styles from './decision.module.css'
import { Cite } from './grounds.tsx'
import { useRecordSearch } from '../../../../web/derived/record-search.ts'
import { useCites, type Cited } from './use-links.ts'

/** What speaks for an option and against it: counts that open where they stand. */
export function Evidence({
  dossier,
  option,
  mayChange,
}: {
  readonly dossier: Dossier
  readonly option: Lettered
  readonly mayChange: boolean
}): ReactNode {
  const cites = useCites(dossier)
  const [open, setOpen] = useState(false)
  const { row, letter } = option
  const speaking = cites.for(row.id)
  const against = cites.against(row.id)
  const pros = linesIn(row['pros'])
  const cons = linesIn(row['cons'])
  const count = { for: speaking.length + pros.length, against: against.length + cons.length }
  const isEmpty = count.for === 0 && count.against === 0
  return (
    <>
      {isEmpty ? (
        <span className={styles.none}>{say('none named')}</span>
      ) : (
        <>
          <span className={styles.counts}>
            <CountsSaid count={count} />
          </span>
          <span data-screen-only="">
            <Button
              kind="quiet"
              expanded={open}
              label={say('Evidence on option {letter}: {for} for, {against} against', {
                letter,
                for: count.for,
                against: count.against,
              })}
              onPress={() => setOpen(!open)}
            >
              <CountsSaid count={count} />
            </Button>
          </span>
        </>
      )}
      {open && (
        <div className={styles.evidence}>
          <Side
            title={say('for|evidence')}
            side="for"
            cited={speaking}
            lines={pros}
            mayChange={mayChange}
          />
          <Side
            title={say('against')}
            side="against"
            cited={against}
            lines={cons}
            mayChange={mayChange}
          />
        </div>
      )}
      {mayChange && <AddEvidence option={option} onAdded={() => setOpen(true)} />}
    </>
  )
}

function CountsSaid({
  count,
}: {
  readonly count: { readonly for: number; readonly against: number }
}): ReactNode {
  return (
    <>
      {counted(count.for, '# for', '# for')}
      {', '}
      <Tone of={count.against > 0 ? 'against' : 'quiet'}>
        {counted(count.against, '# against', '# against')}
      </Tone>
    </>
  )
}

function Side({
  title,
  side,
  cited,
  lines,
  mayChange,
}: {
  readonly title: string
  readonly side: 'for' | 'against'
  readonly cited: readonly Cited[]
  readonly lines: readonly string[]
  readonly mayChange: boolean
}): ReactNode {
  const act = useAct()
  if (cited.length === 0 && lines.length === 0) return null
  return (
    <>
      <p className={styles.label}>{title}</p>
      <ul>
        {cited.map((one) => (
          <Cite key={one.link.id} cited={one} side={side}>
            {mayChange && (
              <Button
                kind="quiet"
                label={say('Take away: {name}', { name: one.row?.ref ?? '' })}
                onPress={() =>
                  void act(say('Link taken away'), 'POST', '/commands/unlink', {
                    from: one.link['fromId'],
                    relation: one.link['relation'],
                    to: one.link['toId'],
                  })
                }
              >
                {say('Take away')}
              </Button>
            )}
          </Cite>
        ))}
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Finds any record that can speak on an option, as the palette finds records, and links it. */
function AddEvidence({
  option: { row, letter },
  onAdded,
}: {
  readonly option: Lettered
  readonly onAdded: () => void
}): ReactNode {
  const site = useSite()
  const act = useAct()
  const search = useRecordSearch(useSpeaking())
  const kept = keptDraft(`evidence on ${row.id}`)
  const [open, setOpen] = useState(false)
  const [side, setSide] = useState(() => String(kept.read().edits['side'] ?? 'speaks-for'))
  const [found, setFound] = useState<Option | null>(null)
  const place = useFocusBack(open)
  if (!mayTry(site, 'link')) return null
  if (!open)
    return (
      <div ref={place} data-screen-only="">
        <Button
          kind="quiet"
          label={say('Add evidence on option {letter}', { letter })}
          onPress={() => setOpen(true)}
        >
          {say('Add evidence')}
        </Button>
      </div>
    )
  const add = async (): Promise<void> => {
    if (found === null) return
    const done = await act(say('Linked: {name}', { name: found.label }), 'POST', '/commands/link', {
      from: found.id,
      relation: side,
      to: row.id,
    })
    if (done === undefined) return
    kept.forget()
    setFound(null)
    setOpen(false)
    onAdded()
  }
  return (
    <div
      className={styles.form}
      role="group"
      aria-label={say('Add evidence on option {letter}', { letter })}
      data-screen-only=""
    >
      <Fields>
        <Select
          label={say('It speaks')}
          autoFocus
          value={side}
          options={[
            { id: 'speaks-for', label: say('for option {letter}', { letter }) },
            { id: 'speaks-against', label: say('against option {letter}', { letter }) },
          ]}
          onChange={(next) => {
            setSide(next)
            kept.keep({ edits: { side: next }, before: {} })
          }}
        />
        <ComboBox
          label={say('Which')}
          value={found}
          onChange={setFound}
          onSearch={search}
          placeholder={say('Search by words, or type its id')}
        />
        <Buttons>
          <Button disabled={found === null} onPress={() => void add()}>
            {say('Link|verb')}
          </Button>
          <Button kind="quiet" onPress={() => setOpen(false)}>
            {say('Leave it')}
          </Button>
        </Buttons>
      </Fields>
    </div>
  )
}

/** Which records may speak on an option, as the relation declares. */
function useSpeaking(): readonly string[] {
  const { catalogue } = useSite()
  return useMemo(
    () => catalogue.relations.find(({ relation }) => relation === 'speaks-for')?.from ?? [],
    [catalogue],
  )
}

const linesIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    : []
