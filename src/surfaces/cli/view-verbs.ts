import type { Catalogue } from '../../engine/catalogue.ts'
import type { View } from '../../engine/view.ts'
import { fieldOption } from './field-option.ts'
import { common, place, valueOf, type Verb } from './verb.ts'
import { viewAsText } from './view-text.ts'

/** Every view as a verb of its own: what it needs by its place, what it may take as options. */
export const viewVerbs = (catalogue: Catalogue): readonly Verb[] =>
  catalogue.views.map((view) => viewVerb(catalogue, view))

function viewVerb(catalogue: Catalogue, view: View): Verb {
  const inputs = Object.entries(view.input)
  const needed = inputs.filter(([, field]) => field.required === true)
  const options = inputs
    .filter(([, field]) => field.required !== true)
    .flatMap(([name, field]) => fieldOption(name, field, false) ?? [])
  const example = needed.map(([, field]) =>
    field.kind === 'ref' && field.to !== 'any' ? `${catalogue.record(field.to).prefix}-1` : 'VALUE',
  )
  return {
    path: [view.name],
    says: view.alarms === undefined ? view.says : `${view.says}; ${view.alarms.says}`,
    places: needed.map(([name, field]) =>
      place(name, field.kind === 'ref' ? 'ref or id' : field.label.toLowerCase()),
    ),
    options: [...options.map(({ flag, value, says }) => ({ flag, value, says })), ...common],
    examples: [[view.name, ...example].join(' ')],
    group: 'Views:',
    run: async (given, hand) => {
      const asked: readonly (readonly [string, string | undefined])[] = [
        ...needed.map(([name]) => [name, given.place[name]] as const),
        ...options.map(({ field, flag }) => [field, valueOf(given, flag)] as const),
      ]
      const { text, body } = await hand.api.ask({
        path: `/views/${view.name}`,
        query: asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      })
      const columns = hand.world.stdout.isTTY === true ? hand.world.stdout.columns : undefined
      // An answer that is one text is a document, and stands as it is.
      const [only, ...others] = Object.entries(body)
      const isDocument = only?.[0] === 'text' && others.length === 0
      await hand.out(
        hand.json
          ? `${text}\n`
          : isDocument
            ? String(only[1])
            : viewAsText(body, { stations: catalogue.stations, paint: hand.paint, columns }),
      )
      return view.alarms?.when(body) === true ? 1 : 0
    },
  }
}
