import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { useSite } from '../../../../web/derived/site.ts'
import { LinkButton } from '../../../../web/kit/button.tsx'
import { useToast } from '../../../../web/kit/toast.tsx'
import { say } from '../../../../web/words/say.ts'
import { OnScreen } from './on-screen.tsx'
import { returned, sortedIds } from './sitting.ts'
import { TriageEmpty, TriageSheet } from './triage-sheet.tsx'
import { usePlace } from './use-place.ts'
import { isWaiting, useQueue } from './use-queue.ts'
import { useSimilar } from './use-similar.ts'
import { useSitting } from './use-sitting.ts'
import { useTriageKeys } from './use-triage-keys.ts'
import { useVerdicts } from './use-verdicts.ts'
import type { Act } from './verdicts.ts'

/** Feedback that waits for a verdict, one at a time or as a list; the address says which and where. */
export function TriagePage({
  search,
}: {
  readonly search: Readonly<Record<string, unknown>>
}): ReactNode {
  const { go, to, slug } = useSite()
  const toast = useToast()
  const mode = search['mode'] === 'list' ? 'list' : 'one'
  const { sitting, now, change } = useSitting(slug)
  const sorted = useMemo(() => sortedIds(sitting), [sitting])
  const queue = useQueue(search, sorted)
  const verdicts = useVerdicts(change)
  const [opened] = useState(() => Date.now())
  const [busyId, setBusyId] = useState<string | null>(null)
  const [selection, setSelection] = useState<ReadonlySet<string>>(none)

  const onAway = useCallback(
    (row: Row) =>
      toast({ kind: 'news', says: say('{ref} was sorted by somebody else.', { ref: row.ref }) }),
    [toast],
  )
  const wanted = typeof search['at'] === 'string' ? search['at'] : undefined
  const busy = busyId !== null
  const place = usePlace({ queue, sorted, wanted, busy, onAway })
  const { current, at, show } = place
  const rows = queue.rows ?? nothing
  const standing = useRead<Row>(
    place.isTaken && current !== undefined ? `/feedback/${current.id}` : null,
  )
  const { told: similar, isAway } = useSimilar(current, rows, at)

  const ref = current?.ref
  useEffect(() => {
    if (ref !== undefined && ref !== wanted)
      go(`${to('triage')}${searchWith(search, { at: ref })}`, 'replace')
  }, [ref, wanted, go, to, search])
  // what was taken back elsewhere, by a notice or on another page, comes back on screen
  useEffect(() => {
    const [back] = returned(sitting, queue.read.filter(isWaiting))
    const row = queue.read.find(({ id }) => back?.ids.includes(id) === true)
    if (back === undefined || row === undefined) return
    change((one) => ({ ...one, verdicts: one.verdicts.filter(({ key }) => key !== back.key) }))
    if (!busy) show(row)
  }, [sitting, queue.read, change, show, busy])

  const selected = mode === 'list' ? rows.filter(({ id }) => selection.has(id)) : nothing
  const judge = (act: Act): void => {
    const gone = new Set(act.rows.map(({ id }) => id))
    // a key pressed twice before the screen was drawn again is one verdict
    if (current === undefined || now().verdicts.some(({ ids }) => ids.some((id) => gone.has(id))))
      return
    const next = gone.has(current.id) ? nextOf(rows, at, gone) : current
    verdicts.judge(act, place.since ?? opened)
    setSelection(none)
    setBusyId(null)
    if (next !== undefined) show(next)
    document.getElementById('page')?.focus({ preventScroll: true })
    if (mode === 'one') scrollTo({ top: 0 })
  }
  const step = (by: 1 | -1): void => {
    const next = at === -1 ? rows[0] : rows[at + by]
    setBusyId(null)
    if (next !== undefined) show(next)
  }
  const back = (): void => {
    const [row] = verdicts.takeBack()
    if (row !== undefined) show(row, 'back')
  }
  const toggle = (id: string): void =>
    setSelection(
      (was) => new Set(was.has(id) ? [...was].filter((one) => one !== id) : [...was, id]),
    )
  const other = `${to('triage')}${searchWith(search, { mode: mode === 'one' ? 'list' : 'one' })}`
  useTriageKeys({
    l: () => go(other),
    ...(current === undefined ? { 'Control z': back } : {}),
    ...(mode === 'list' && current !== undefined ? { x: () => toggle(current.id) } : {}),
  })
  if (current === undefined)
    return <TriageEmpty queue={queue} sitting={sitting} isReading={place.isReading} onBack={back} />
  return (
    <TriageSheet
      mode={mode}
      queue={queue}
      current={current}
      sitting={sitting}
      similar={similar}
      isAway={isAway}
      selection={selection}
      onShow={show}
      onSelect={toggle}
      onClear={() => setSelection(none)}
      actions={
        <LinkButton keys="L" href={other}>
          {mode === 'one' ? say('As a list') : say('One at a time')}
        </LinkButton>
      }
    >
      <OnScreen
        key={current.id}
        row={standing.data ?? current}
        similar={similar}
        isGone={place.isTaken}
        selected={selected}
        onJudge={judge}
        onNote={verdicts.note}
        onStep={step}
        onBack={back}
        onBusy={setBusyId}
      />
    </TriageSheet>
  )
}

const nothing: readonly Row[] = []
const none: ReadonlySet<string> = new Set()

/** What comes on screen when these go: the next that stays, else the last one before. */
const nextOf = (rows: readonly Row[], at: number, gone: ReadonlySet<string>): Row | undefined =>
  rows.slice(Math.max(0, at)).find(({ id }) => !gone.has(id)) ??
  rows.slice(0, Math.max(0, at)).findLast(({ id }) => !gone.has(id))

/** The search part of the address, with some of it said anew. */
function searchWith(
  search: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, string>>,
): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...search, ...next }))
    params.set(name, String(value))
  return `?${params.toString()}`
}
