import { common, type Hand, type Verb } from './verb.ts'
import { tameLine } from './width.ts'

/** The sample, in and out; each in one action, and one undo takes it back. */
export const sampleVerbs: readonly Verb[] = [
  {
    path: ['sample', 'add'],
    says: 'Add the sample, with two years of history',
    places: [],
    options: common,
    examples: ['sample add'],
    group: 'This instance:',
    run: async (_, hand) => {
      const { text, body } = await hand.api.ask({ method: 'POST', path: '/sample', json: {} })
      await hand.out(
        hand.json
          ? `${text}\n`
          : `The sample is in: ${said(body['count'])} changes of two years. "throughline sample remove" takes all of it out again.\n`,
      )
    },
  },
  {
    path: ['sample', 'remove'],
    says: 'Remove the sample, and nothing that was made beside it',
    places: [],
    options: common,
    examples: ['sample remove'],
    group: 'This instance:',
    run: async (_, hand) => {
      const { text, body } = await hand.api.ask({ method: 'DELETE', path: '/sample' })
      if (hand.json) return hand.out(`${text}\n`)
      await hand.out(
        `The sample is out. "throughline undo ${String(body['seq'])}" brings it back.\n`,
      )
      await tell(hand, body)
    },
  },
]

/** What was kept and what went along, a line each. */
async function tell(hand: Hand, body: Readonly<Record<string, unknown>>): Promise<void> {
  const kept = (body['kept'] ?? []) as readonly { readonly ref: string; readonly field: string }[]
  const along = (body['along'] ?? []) as readonly { readonly ref: string }[]
  for (const { ref, field } of kept)
    await hand.out(
      `${tameLine(ref)} stays, since it is not of the sample; its ${tameLine(field)} was, and is empty now.\n`,
    )
  for (const { ref } of along)
    await hand.out(`${tameLine(ref)} went along: it hung on the sample alone.\n`)
}

const said = (count: unknown): string => Number(count ?? 0).toLocaleString('en')
