import { must } from '../../engine/problem.ts'
import { linesOf } from './lines.ts'
import { marked, type Marked } from './passages.ts'

/** One line of feedback.txt, and when it was heard, written down and sorted, in days before today. */
export interface Heard extends Marked {
  readonly key: string
  readonly who: string
  readonly source: string
  readonly kind: string
  /** The need that its passages speak for (`+`) or against (`-`); undefined for none. */
  readonly need: { readonly key: string; readonly side: string } | undefined
  /** The idea that it asks for. */
  readonly asks: string | undefined
  readonly said: number
  readonly recorded: number
  readonly sorted: number
}

/** All that was heard, the oldest first. Feedback is sorted once a week. */
export const heard = (): readonly Heard[] =>
  linesOf('feedback', 6)
    .map(([who = '', days = '', source = '', kind = '', about = '', line = '']): Heard => {
      const day = Number(days)
      const said = day - (line.length % 70) / 100
      return {
        ...marked(line),
        key: `${who}@${days}`,
        who,
        source,
        kind,
        need: /[+-]$/.test(about) ? { key: about.slice(0, -1), side: about.slice(-1) } : undefined,
        asks: about.startsWith('>') ? about.slice(1) : undefined,
        said,
        recorded: said - 0.1,
        sorted: Math.floor((day - 1) / 7) * 7 + 0.18,
      }
    })
    .toSorted((left, right) => right.said - left.said)

/** What was heard in the last days has not been quoted yet, and waits for whoever looks at the sample. */
export const isQuoted = ({ passages, said }: Heard): boolean => passages.length > 0 && said > 15

/** When each need was framed: with the first passage that shows it. */
export function framedDays(all: readonly Heard[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const one of all)
    if (one.need !== undefined && isQuoted(one))
      days.set(one.need.key, Math.max(one.sorted, days.get(one.need.key) ?? 0))
  for (const [key = '', , , parent] of linesOf('needs', 5)) {
    if (parent === '') continue
    if (!days.has(must(parent))) days.set(must(parent), 729)
    if (!days.has(key)) throw new Error(`needs.txt: nobody speaks of ${key}`)
  }
  return days
}
