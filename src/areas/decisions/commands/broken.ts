import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { brokenRows, type Broken, type Tie } from '../rules/review-state.ts'

/** Everything whose line is broken, by id, as far as the reader sees it; mostly nothing, at the price of one question. */
export async function brokenIn(reader: Reader): Promise<ReadonlyMap<string, readonly Broken[]>> {
  const decisions = await reader.by('decision', 'state', ['under-review'])
  if (decisions.length === 0) return new Map()
  const ids = decisions.map(({ id }) => id)
  const tripwires = await reader.by('tripwire', 'decisionId', ids)
  const settles = tiesOf(await reader.links(ids), 'settles').filter((one) =>
    ids.includes(one.fromId),
  )
  const settled = [...new Set(settles.map(({ toId }) => toId))]
  const delivers = settled.length === 0 ? [] : tiesOf(await reader.links(settled), 'delivers')
  return brokenRows({ decisions, tripwires, settles, delivers })
}

const tiesOf = (links: readonly Row[], relation: string): readonly Tie[] =>
  links
    .filter((one) => one['relation'] === relation)
    .map((one) => ({ fromId: String(one['fromId']), toId: String(one['toId']) }))
