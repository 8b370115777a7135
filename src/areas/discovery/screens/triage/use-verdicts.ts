import { useCallback, useRef } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useAct, useUndo, type Done } from '../../../../web/derived/undo.ts'
import { judged, settled, without, type Sitting } from './sitting.ts'
import type { Act } from './verdicts.ts'

/** What was done last on this page, newest last, so that it is taken back in that order. */
interface Deed {
  readonly act: Act | null
  readonly sent: Promise<Done<Told> | undefined>
  readonly key: string | null
}

interface Told {
  readonly changed?: readonly { readonly id: string; readonly row: Row | null }[]
}

export interface Verdicts {
  /** Sends a verdict and counts it at once; one that is refused waits again. */
  readonly judge: (act: Act, begun: number) => void
  /** Something done that is no verdict: the feedback stays on screen. */
  readonly note: (says: string, path: string, body: object) => void
  /** Takes back what was done last, and gives the rows that wait again, before the server has answered. */
  readonly takeBack: () => readonly Row[]
}

/** Verdicts that nobody waits for. */
export function useVerdicts(change: (next: (sitting: Sitting) => Sitting) => void): Verdicts {
  const act = useAct()
  const undo = useUndo()
  const deeds = useRef<Deed[]>([])
  const undoing = useRef<Promise<unknown>>(Promise.resolve())

  const note: Verdicts['note'] = useCallback(
    (says, path, body) => {
      const sent = undoing.current.then(() => act<Told>(says, 'POST', path, body))
      deeds.current.push({ act: null, sent, key: null })
    },
    [act],
  )
  const judge: Verdicts['judge'] = useCallback(
    (given, begun) => {
      const key = crypto.randomUUID()
      const ids = given.rows.map(({ id }) => id)
      change((sitting) =>
        judged(sitting, { key, ids, tally: given.tally, at: Date.now(), versions: {} }, begun),
      )
      const path = `/commands/${given.command}`
      const sent = undoing.current.then(() => act<Told>(given.says, 'POST', path, given.input))
      deeds.current.push({ act: given, sent, key })
      void sent.then((done) =>
        change((sitting) =>
          done === undefined
            ? without(sitting, key)
            : done.kept === true
              ? sitting
              : settled(sitting, key, versionsOf(done.body, given.rows)),
        ),
      )
    },
    [act, change],
  )
  const takeBack: Verdicts['takeBack'] = useCallback(() => {
    const deed = deeds.current.pop()
    const { key = null, act: last = null } = deed ?? {}
    if (key !== null) change((sitting) => without(sitting, key))
    undoing.current = undoing.current.then(async () => {
      if (deed === undefined) return undo()
      const done = await deed.sent
      return done?.deed === undefined ? undefined : undo(done.deed)
    })
    return last?.rows ?? []
  }, [change, undo])
  return { judge, note, takeBack }
}

const versionsOf = (told: Told, rows: readonly Row[]): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(rows.map(({ id, version }) => [id, version] as const)),
  ...Object.fromEntries(
    (told.changed ?? []).flatMap(({ id, row }) => (row === null ? [] : [[id, row.version]])),
  ),
})
