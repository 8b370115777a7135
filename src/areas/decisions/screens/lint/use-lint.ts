import { useMemo, useState } from 'react'
import type { Row } from '../../../../engine/record.ts'
import { useRead } from '../../../../web/client/cache.ts'
import { useHeld } from '../../../../web/client/use-held.ts'
import { words } from '../../../../web/words/say.ts'
import { heldFindings, inWords, isHeldRule, sortedBy, type Sorted } from '../../rules/lint/lint.ts'
import { heldIn } from '../../rules/lint/material.ts'
import type { Finding } from '../../rules/lint/shape.ts'
import type { Lint } from '../../views/lint.ts'

export interface Known {
  readonly data: Sorted | undefined
  readonly error: Error | undefined
  readonly cut: boolean
}

/**
 * What the lint finds. Rules that go by the rows in this browser answer at once and move with every change; what
 * hangs on links, evidence and history is told by the server, and laid together with them.
 */
export function useLint(): Known {
  const read = useRead<Lint>('/views/lint')
  return useLaid(read.data, read.error)
}

/** The same over an answer of the server that was read some other way. */
export function useLaid(told: Lint | undefined, error?: Error): Known {
  const rows = useRows()
  const [now] = useState(() => new Date().toISOString())
  const data = useMemo(() => (rows === undefined ? told : laid(told, rows, now)), [told, rows, now])
  return { data, error: data === undefined ? error : undefined, cut: told?.cut === true }
}

function laid(told: Lint | undefined, rows: ReadonlyMap<string, readonly Row[]>, now: string) {
  const held = heldIn(rows, now)
  const here = heldFindings(held).map((one) => inWords(one, words()))
  const fromServer = told === undefined ? [] : everyOf(told).filter(({ rule }) => !isHeldRule(rule))
  // a row that has gone since takes what was found on it along
  const there = fromServer.filter(
    ({ on }) => !rows.has(on.record) || held.row(on.record, on.id) !== undefined,
  )
  return sortedBy([...here, ...there], held.all('waiver'), held.today)
}

const everyOf = ({ findings, waived }: Sorted): readonly Finding<string>[] => [
  ...findings,
  ...waived,
]

/** The rows that the rules of a browser go by; undefined until all of them are at hand. */
function useRows(): ReadonlyMap<string, readonly Row[]> | undefined {
  const experiment = useHeld('experiment')
  const decision = useHeld('decision')
  const option = useHeld('option')
  const review = useHeld('review')
  const tripwire = useHeld('tripwire')
  const prediction = useHeld('prediction')
  const need = useHeld('need')
  const waiver = useHeld('waiver')
  return useMemo(() => {
    const all = { experiment, decision, option, review, tripwire, prediction, need, waiver }
    const known = Object.entries(all).flatMap(([record, rows]) =>
      rows === undefined ? [] : [[record, rows] as const],
    )
    return known.length < Object.keys(all).length ? undefined : new Map(known)
  }, [experiment, decision, option, review, tripwire, prediction, need, waiver])
}
