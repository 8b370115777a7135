import type { Row } from '../../../engine/record.ts'
import type { Reader } from '../../../engine/ports.ts'
import { view } from '../../../engine/view.ts'
import { mirrorTold, type MirrorRows, type MirrorTold } from '../rules/mirror-told.ts'

/** It takes nobody's name: whoever asks sees what they said themselves, and nothing of others. */
export const mirror = view({
  name: 'mirror',
  says: 'How your own predictions came out: yours alone, and nothing below ten',
  input: {},
  may: 'viewer',
  reads: ['prediction', 'odds', 'decision', 'review'],
  answer: async (_, { reader, actor, words }): Promise<MirrorTold> =>
    mirrorTold(await mirrorRows(reader), actor.id, words),
})

/** What mirrors are made of, as far as the reader sees it. */
export async function mirrorRows(reader: Reader): Promise<MirrorRows> {
  const states = ['open', 'locked', 'resolved', 'void']
  const predictions = await reader.by('prediction', 'state', states)
  const odds = await ofAll(reader, 'odds', 'predictionId', predictions)
  const homes = [...new Set(predictions.flatMap((one) => one['decisionId'] ?? []))].map(String)
  const reviewed = await reader.by('decision', 'state', [
    'decided',
    'under-review',
    'superseded',
    'reversed',
  ])
  const decisions = new Map(reviewed.map((row) => [row.id, row]))
  for (const row of await reader.many('decision', homes)) decisions.set(row.id, row)
  const all = [...decisions.values()]
  return {
    predictions,
    odds,
    decisions: all,
    reviews: await ofAll(reader, 'review', 'decisionId', all),
  }
}

/** Few enough ids at once that a statement stays short. */
const atOnce = 500

async function ofAll(
  reader: Reader,
  record: string,
  field: string,
  homes: readonly Row[],
): Promise<readonly Row[]> {
  const found: Row[] = []
  for (let at = 0; at < homes.length; at += atOnce)
    found.push(
      ...(await reader.by(
        record,
        field,
        homes.slice(at, at + atOnce).map(({ id }) => id),
      )),
    )
  return found
}
