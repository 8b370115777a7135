import type { Catalogue } from '../../../engine/catalogue.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import type { Reader } from '../../../engine/ports.ts'
import { invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { view } from '../../../engine/view.ts'
import { sentence } from '../../../engine/words.ts'
import { decision } from '../records/decision.ts'
import { comparedAsOf } from '../rules/as-of.ts'
import { isOpen } from '../rules/decided-text.ts'
import { evidenceOf, evidenceText } from '../rules/evidence-pin.ts'
import { graphAt } from './past-graph.ts'

/** What was known when it was decided, by history, beside what is known now. */
export const decisionAsOf = (declared: Pick<Catalogue, 'record' | 'records'>) =>
  view({
    name: 'decision-as-of',
    says: 'What was known when it was decided, what came since, and whether the pinned hash still holds',
    input: { of: ref({ label: 'Decision', to: 'decision', required: true }) },
    may: 'viewer',
    reads: 'any',
    answer: async ({ of }, { reader, actor, words, now, digest }) => {
      const row = await present(decision, of, { reader })
      if (isOpen(row))
        throw invalid(sentence('{ref} is not decided yet.', { ref: row.ref }), [
          { at: 'of', says: 'Name a decision that was taken.' },
        ])
      const moment = await momentOf(row, reader)
      if (moment === undefined)
        throw invalid(sentence('History does not say when {ref} was decided.', { ref: row.ref }), [
          { at: 'of', says: 'Its history was erased.' },
        ])
      const past = graphAt(reader, moment.seq, moment.margin)
      const options = await reader.by('option', 'decisionId', [row.id])
      const start = { decisionId: row.id, optionIds: options.map(({ id }) => id) }
      const seen = await evidenceOf(start, past)
      const today = await evidenceOf(start, { rows: reader.many, links: reader.links })
      const recomputed = digest(evidenceText(seen, digest))
      const after = await sinceThen(row, reader)
      return comparedAsOf(
        { decision: row, moment, seen, today, recomputed, past: past.told, after },
        { declared, actor, words, now },
      )
    },
  })

/** Clocks of several processes differ a little; what lies so near is looked up in history. */
const marginMs = 60_000

/** The last commit that a decision saw: the one it pinned, else the one that says what it settles as it is taken. */
async function momentOf(row: Row, reader: Reader) {
  const decided = await decidedBy(row.id, reader)
  const pinned = row['evidenceSeq']
  const seq = typeof pinned === 'number' ? pinned : decided === undefined ? undefined : decided.seq
  if (seq === undefined) return undefined
  const at = decided?.at ?? (await reader.commit(seq))?.commit.at
  if (at === undefined) return undefined
  const margin = new Date(Date.parse(at) - marginMs).toISOString()
  return { seq, at, margin }
}

/** The commit by which a row came to be decided. */
async function decidedBy(
  id: string,
  reader: Reader,
): Promise<{ readonly seq: number; readonly at: string } | undefined> {
  let found: { readonly seq: number; readonly at: string } | undefined
  let before: number | undefined
  do {
    const page = await reader.history({
      id,
      limit: 200,
      ...(before === undefined ? {} : { before }),
    })
    for (const { commit, changes } of page)
      for (const { op, after, before: was } of changes) {
        const isBorn = (op === 'create' || op === 'return') && after?.['state'] !== 'open'
        const isTaken = op === 'update' && was?.['state'] === 'open' && after?.['state'] !== 'open'
        if (isBorn || isTaken) found = { seq: commit.seq, at: commit.at }
        // Between the two it was open again: the later one counts.
        if (isTaken) return found
      }
    before = page.length < 200 ? undefined : page.at(-1)?.commit.seq
  } while (before !== undefined)
  return found
}

/** What hangs on it and has moved since: what was predicted, watched, looked back at and added. */
async function sinceThen(row: Row, reader: Reader) {
  const on = (record: string): Promise<readonly Row[]> => reader.by(record, 'decisionId', [row.id])
  const [predictions, tripwires, reviews, amendments] = await Promise.all([
    on('prediction'),
    on('tripwire'),
    on('review'),
    on('amendment'),
  ])
  return { predictions, tripwires, reviews, amendments }
}
