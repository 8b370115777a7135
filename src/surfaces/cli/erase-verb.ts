import { invalid } from '../../engine/problem.ts'
import type { Catalogue } from '../../engine/catalogue.ts'
import { common, isGiven, place, placeOf, type Verb } from './verb.ts'

/** `erase`: history forgets what it holds of some rows, as the law may ask. Nothing brings it back, so it must be meant. */
export function eraseVerb(catalogue: Catalogue): Verb {
  const [kind] = catalogue.records
  return {
    path: ['erase'],
    says: 'Make history forget what it holds of some rows, for good; its chain stays whole',
    places: [
      place(
        'record',
        'in the singular',
        catalogue.records.map((one) => one.name),
      ),
      place('ids', 'ids of the rows, with commas; rows that are gone have no other name'),
    ],
    options: [{ flag: 'yes', says: 'it is meant: this cannot be undone' }, ...common],
    examples: [`erase ${kind?.name ?? 'RECORD'} 0195f3a0-0000-7000-8000-000000000000 --yes`],
    group: 'This instance:',
    run: async (given, hand) => {
      if (!isGiven(given, 'yes'))
        throw invalid(
          'What is erased cannot be brought back. If that is meant, say so with --yes.',
          [{ at: '--yes', says: 'This cannot be undone.' }],
        )
      const ids = placeOf(given, 'ids')
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== '')
      const { text, body } = await hand.api.ask({
        method: 'POST',
        path: '/commands/erase',
        json: { record: placeOf(given, 'record'), ids },
      })
      const erased = Number(body['erased'] ?? 0)
      await hand.out(
        hand.json
          ? `${text}\n`
          : `${erased.toLocaleString('en')} ${erased === 1 ? 'entry' : 'entries'} of history erased.\n`,
      )
    },
  }
}
