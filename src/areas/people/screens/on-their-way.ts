import { useLayoutEffect, useRef, useState } from 'react'
import type { Row } from '../../../engine/record.ts'

/** A comment that was said here and is not yet among those read. */
export interface OnItsWay {
  /** The thread it will stand in, or the record it will stand on. */
  readonly on: string
  readonly text: string
}

interface Kept extends OnItsWay {
  readonly key: string
  /** So many that say the same stood there when it was said. */
  readonly before: number
  /** What was read when the server had it: the next reading has it too, or it is gone again. */
  readonly heardAt?: readonly Row[] | undefined
}

export interface Fate {
  /** The server has it. */
  readonly heard: () => void
  readonly refused: () => void
}

/** What is said shows at once, until what is read has it. */
export function useOnTheirWay(
  id: string,
  comments: readonly Row[] = none,
): {
  readonly waiting: readonly (OnItsWay & { readonly key: string })[]
  readonly told: (one: OnItsWay) => Fate
} {
  const [said, setSaid] = useState<readonly Kept[]>([])
  const latest = useRef(comments)
  useLayoutEffect(() => {
    latest.current = comments
  })
  const standing = ({ on, text }: OnItsWay, among: readonly Row[]): number =>
    among.filter((row) => (row['threadId'] ?? id) === on && row['text'] === text).length
  return {
    waiting: said.filter(
      (one) =>
        (one.heardAt === undefined || one.heardAt === comments) &&
        standing(one, comments) <= one.before,
    ),
    told: (one) => {
      const key = crypto.randomUUID()
      setSaid((all) => [...all, { ...one, key, before: standing(one, latest.current) }])
      return {
        heard: () =>
          setSaid((all) =>
            all.map((kept) => (kept.key === key ? { ...kept, heardAt: latest.current } : kept)),
          ),
        refused: () => setSaid((all) => all.filter((kept) => kept.key !== key)),
      }
    },
  }
}

const none: readonly Row[] = []
