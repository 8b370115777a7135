import type { Reader } from '../../../engine/ports.ts'
import { readAll } from '../../../engine/read-all.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { houseOf, watchedBy } from '../commands/watched.ts'
import { dayIn } from '../rules/days.ts'
import { tripwireSaid, wireOrder, type WireSaid } from '../rules/wire-said.ts'
import { textIn } from '../rules/watch-of.ts'

export interface Tripwires {
  /** Today where the workspace is. */
  readonly today: string
  /** Days on which something is looked at, the nearest first. */
  readonly days: readonly Look[]
  readonly tripwires: readonly WireSaid[]
  /** There are more than were read. */
  readonly cut: boolean
}

/** Something that is looked at on a day. */
export interface Look {
  readonly on: string
  readonly is: 'tripwire' | 'review'
  readonly ref: string
  readonly title: string
  readonly decision: string
}

const most = 1000

export const tripwiresView = view({
  name: 'tripwires',
  says: 'What would change our mind: each tripwire, how far it is from firing, and the days ahead',
  input: {},
  may: 'viewer',
  reads: ['tripwire', 'decision', 'metric', 'reading', 'experiment', 'prediction', 'idea', 'need'],
  answer: async (_, { reader, now }): Promise<Tripwires> => {
    const house = await houseOf(reader)
    const today = dayIn(house.zone, now)
    const { rows, cut } = await readAll(reader, 'tripwire', {}, most)
    const decisions = await decisionsOf(rows, reader)
    const said: WireSaid[] = []
    for (const wire of rows) {
      const decision = decisions.get(String(wire['decisionId']))
      if (decision === undefined || wire['state'] === 'withdrawn') continue
      const seen = await watchedBy(wire, decision, { reader, now, house })
      said.push(tripwireSaid(wire, decision, seen))
    }
    const reviews = (
      await reader.list('decision', {
        filter: { reviewOn: { from: today } },
        sort: 'reviewOn',
        limit: 200,
      })
    ).data
    return { today, days: daysOf(said, reviews, today), tripwires: said.toSorted(wireOrder), cut }
  },
})

async function decisionsOf(
  wires: readonly Row[],
  reader: Reader,
): Promise<ReadonlyMap<string, Row>> {
  const ids = [...new Set(wires.map((one) => String(one['decisionId'])))]
  const rows = ids.length === 0 ? [] : await reader.many('decision', ids)
  return new Map(rows.map((row) => [row.id, row] as const))
}

function daysOf(
  wires: readonly WireSaid[],
  reviews: readonly Row[],
  today: string,
): readonly Look[] {
  const looks = wires.flatMap(({ by, state, ref, text, decision }): readonly Look[] =>
    by !== null && by >= today && (state === 'armed' || state === 'silent')
      ? [{ on: by, is: 'tripwire', ref, title: text, decision: decision.ref }]
      : [],
  )
  const again = reviews.flatMap((row): readonly Look[] => {
    const on = textIn(row['reviewOn'])
    const title = String(row['sentence'] ?? row['question'] ?? '')
    return on === null || row['state'] === 'superseded' || row['state'] === 'reversed'
      ? []
      : [{ on, is: 'review', ref: row.ref, title, decision: row.ref }]
  })
  return [...looks, ...again].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : one.ref < other.ref ? -1 : 1,
  )
}
