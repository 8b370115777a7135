import { useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../../../../engine/record.ts'
import type { Certainty, Learnt } from '../../rules/certainty.ts'
import { weighedEstimate, weighedIdea } from '../../rules/factors.ts'
import type { PlannedTest } from '../../rules/planned-test.ts'
import { certaintyThreads, program, type Threads, type Weighed } from './certainty-threads.ts'
import { memory, useIsRead } from './kept-answer.ts'
import { markOf, rememberingThreads } from './remembering.ts'

/** How sure an order is. */
export interface Sure {
  /** By what is known so far; null where nothing is estimated, or not yet known. */
  readonly certainty: Certainty | null
  /** The last that was told with what to learn; it may be behind. */
  readonly learnt: Learnt | null
}

/** How far it has come. */
interface Begun {
  /** What this browser remembers of it has been read. */
  readonly isRead: boolean
  /** It is worked out, and nothing is known yet. */
  readonly isAwaited: boolean
}

/**
 * How sure the order of these ideas is, worked out beside the page: a first answer of few draws at once, then one
 * of many, then what to learn. While it is worked out anew, the last answer stays; where nothing has changed since a
 * visit before, its answer is there at once.
 */
export function useCertainty(
  ideas: readonly Row[] | undefined,
  estimates: readonly Row[] | undefined,
  top: number,
  tests: readonly PlannedTest[],
): Sure & Begun {
  const isRead = useIsRead()
  const [sure, setSure] = useState(unknown)
  const asked = useMemo(
    (): Weighed | undefined =>
      !isRead || ideas === undefined || estimates === undefined || estimates.length === 0
        ? undefined
        : { ideas: ideas.map(weighedIdea), estimates: estimates.map(weighedEstimate), seed: 1 },
    [isRead, ideas, estimates],
  )
  // Before anything was told, so that ideas which stand as they stood are drawn once.
  const before = useMemo(
    () => (asked === undefined || sure !== unknown ? undefined : sureBefore(asked, top)),
    [asked, sure, top],
  )
  const threads = useRef<Threads>(undefined)
  // Had before there is anything to ask, so that the first answer need not wait for a thread to start.
  useEffect(() => {
    threads.current = keptThreads()
    threads.current.tell((certainty) =>
      setSure(({ learnt }) => ({ certainty, learnt: learntIn(certainty, learnt) })),
    )
    return leaveThreads
  }, [])
  useEffect(() => threads.current?.ask({ top, tests }), [top, tests])
  useEffect(() => {
    if (asked !== undefined) threads.current?.weigh(asked)
  }, [asked])
  const said = asked === undefined ? unknown : (before ?? sure)
  return { ...said, isRead, isAwaited: asked !== undefined && said === unknown }
}

function sureBefore(asked: Weighed, top: number): Sure | undefined {
  const found = memory.read()
  return found?.of === markOf(asked, top, program)
    ? { certainty: found.learnt, learnt: found.learnt }
    : undefined
}

/** So long threads are kept after the page was left: whoever comes back finds what was drawn, and only that anew which changed. */
const keptMs = 120_000

let kept: { readonly threads: Threads; ending?: ReturnType<typeof setTimeout> } | undefined

function keptThreads(): Threads {
  kept ??= {
    threads: rememberingThreads(certaintyThreads(), memory, { program, restMs: 300 }),
  }
  clearTimeout(kept.ending)
  return kept.threads
}

function leaveThreads(): void {
  const left = kept
  if (left === undefined) return
  left.threads.tell(() => undefined)
  left.ending = setTimeout(() => {
    left.threads.close()
    kept = undefined
  }, keptMs)
}

const unknown: Sure = { certainty: null, learnt: null }

function learntIn(certainty: Certainty | Learnt | null, before: Learnt | null): Learnt | null {
  if (certainty === null) return null
  return 'learn' in certainty ? certainty : before
}
