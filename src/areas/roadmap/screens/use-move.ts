import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { RemoteProblem } from '../../../web/client/api.ts'
import { refresh } from '../../../web/client/cache.ts'
import { useWrite } from '../../../web/derived/undo.ts'
import { useToast } from '../../../web/kit/toast.tsx'
import { say } from '../../../web/words/say.ts'
import { entryIn, moved, type Destination } from '../rules/moved.ts'
import type { Columns, Commitment, RoadmapEntry } from '../rules/roadmap-of.ts'
import { columnInside } from './column-said.ts'

export type Move = (entry: RoadmapEntry, to: Destination) => void

/** A move that waits for its sentence: it shows already, and is not written yet. */
export interface Moving {
  readonly entry: RoadmapEntry
  readonly to: Destination
}

/** How a move ends: back to where it was, without a sentence, with one, or by a decision that was taken. */
export type Ending =
  | { readonly is: 'back' }
  | { readonly is: 'without' }
  | { readonly is: 'said'; readonly sentence: string }
  | { readonly is: 'by'; readonly decision: string; readonly title: string }

export interface Moves {
  readonly move: Move
  readonly moving: Moving | null
  /** Rejects where the server refused: the move waits on then. */
  readonly end: (ending: Ending) => Promise<void>
  /** The columns with what moves where it goes. */
  readonly columns: Columns | undefined
}

/**
 * Moves an item, at once and with a way back; the focus goes with it. A change of its column asks why in
 * place. A move that nobody says anything to is written without a sentence: when another begins, and when the
 * page is left.
 */
export function useMove(columns: Columns | undefined): Moves {
  const write = useWrite()
  const show = useToast()
  const [moving, setMoving] = useState<Moving | null>(null)
  const waiting = useRef<Moving | null>(null)
  const focusOn = useFocusAfter()
  const set = useCallback((next: Moving | null): void => {
    waiting.current = next
    setMoving(next)
  }, [])
  const fail = useCallback(
    (error: unknown): void => {
      if (error instanceof RemoteProblem) refresh()
      show({ says: error instanceof Error ? error.message : String(error), kind: 'urgent' })
    },
    [show],
  )
  const plainly = useCallback(
    async ({ entry, to }: Moving): Promise<void> => {
      const patch = patchOf(entry, to)
      if (patch === undefined) return
      const says = say('Moved to {column}: {title}', {
        column: columnInside(to.commitment),
        title: entry.title,
      })
      // why it moves may be thought about for a while
      const seen = Object.fromEntries(
        Object.keys(patch).map((name) => [name, entry[name as keyof Destination]]),
      )
      await write(says, 'PATCH', `/roadmap-items/${entry.id}`, patch, entry.version, seen)
    },
    [write],
  )
  const isEnding = useRef(false)
  const end = useCallback(
    async (ending: Ending): Promise<void> => {
      const now = waiting.current
      if (now === null) return
      isEnding.current = true
      try {
        if (ending.is === 'said' || ending.is === 'by') await withReason(now, ending, write)
      } catch (error) {
        // asked for once more, so that what others did meanwhile is looked at
        set({ ...now })
        throw error
      } finally {
        isEnding.current = false
      }
      set(null)
      focusOn(now.entry.id)
      if (ending.is === 'without') await plainly(now).catch(fail)
    },
    [set, focusOn, plainly, fail, write],
  )
  const move = useCallback<Move>(
    (entry, to) => {
      const last = waiting.current
      if (last !== null && last.entry.id !== entry.id) void plainly(last).catch(fail)
      const from = last?.entry.id === entry.id ? last.entry : entry
      if (from.commitment !== to.commitment) return set({ entry: from, to })
      set(null)
      focusOn(from.id)
      void plainly({ entry: from, to }).catch(fail)
    },
    [set, focusOn, plainly, fail],
  )
  // Somebody else was quicker: there is nothing left to move, and nothing to say why.
  const isThere =
    moving !== null &&
    columns !== undefined &&
    patchOf(entryIn(columns, moving.entry.id) ?? moving.entry, moving.to) === undefined
  useEffect(() => {
    const now = waiting.current
    if (!isThere || now === null || isEnding.current) return
    set(null)
    focusOn(now.entry.id)
    show({
      says: say('Somebody else moved it to {column}: {title}', {
        column: columnInside(now.to.commitment),
        title: now.entry.title,
      }),
      kind: 'news',
    })
  }, [isThere, moving, set, focusOn, show])
  const leave = useRef(plainly)
  useEffect(() => {
    leave.current = plainly
  }, [plainly])
  useEffect(
    () => () => {
      if (waiting.current !== null) void leave.current(waiting.current).catch(() => undefined)
      waiting.current = null
    },
    [],
  )
  const shown = useMemo(
    () => (columns === undefined || moving === null ? columns : moved(columns, moving)),
    [columns, moving],
  )
  return { move, moving, end, columns: shown }
}

/** The sentence, or the decision that asks for it, in one commit with the move. */
async function withReason(
  { entry, to }: Moving,
  ending: Extract<Ending, { readonly is: 'said' | 'by' }>,
  write: ReturnType<typeof useWrite>,
): Promise<void> {
  const { commitment, ...whose } = to
  const rest = patchOf(entry, { ...whose, commitment: entry.commitment as Commitment })
  const says =
    ending.is === 'said'
      ? say('Moved to {column}: {title}', {
          column: columnInside(commitment),
          title: entry.title,
        })
      : say('Moved to {column} by {decision}: {title}', {
          column: columnInside(commitment),
          decision: ending.title,
          title: entry.title,
        })
  await write(says, 'POST', '/commands/change-course', {
    item: entry.ref,
    commitment,
    ...(ending.is === 'said' ? { sentence: ending.sentence } : { decision: ending.decision }),
  })
  if (rest !== undefined)
    await write(
      say('Handed over: {title}', { title: entry.title }),
      'PATCH',
      `/roadmap-items/${entry.id}`,
      rest,
    )
}

/** Puts the focus on an item once it stands where it went. */
function useFocusAfter(): (id: string) => void {
  const [id, setId] = useState<{ readonly id: string } | null>(null)
  useEffect(() => {
    if (id === null) return
    const later = setTimeout(() =>
      document.querySelector<HTMLElement>(`[data-step="${id.id}"] a`)?.focus(),
    )
    return () => clearTimeout(later)
  }, [id])
  return useCallback((next) => setId({ id: next }), [])
}

/** What a move changes of the item; undefined where it stands there already. */
function patchOf(
  entry: RoadmapEntry,
  to: Destination,
): Readonly<Record<string, string | null>> | undefined {
  const changed = Object.entries(to).filter(
    ([name, value]) => entry[name as keyof Destination] !== value,
  )
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}
