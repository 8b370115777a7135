import type { Catalogue } from '../../engine/catalogue.ts'
import { relationNames } from '../../engine/linking.ts'
import { part } from './api.ts'
import { fieldOption } from './field-option.ts'
import { sayOutcome } from './outcome.ts'
import { lineAsText, type LineAnswer } from './line-text.ts'
import { dataOption, isGiven, jsonOption, place, placeOf, type Verb } from './verb.ts'
import { causeHeader, writing } from './write-verbs.ts'

/** The line as verbs: to link, to unlink, to ask upward and downward. */
export function lineVerbs(catalogue: Catalogue): readonly Verb[] {
  const relations = relationNames(catalogue)
  const [relation = 'RELATION'] = relations
  const declared = catalogue.relations.find((one) => one.relation === relation)
  const prefix = (name: string | undefined): string =>
    catalogue.records.find((one) => one.name === name)?.prefix ?? 'REF'
  const from = `${prefix(declared?.from[0])}-1`
  const to = `${prefix(declared?.to[0])}-1`
  const ends = [
    place('from', 'ref or id'),
    place('relation', relations.join(', '), relations),
    place('to', 'ref or id'),
  ]
  const write = (name: 'link' | 'unlink'): Verb => {
    const command = catalogue.command(name)
    const rest = Object.entries(command?.input ?? {}).flatMap(([field, one]) =>
      ['from', 'relation', 'to'].includes(field) ? [] : (fieldOption(field, one, false) ?? []),
    )
    return {
      path: [name],
      says: command?.says ?? name,
      places: ends,
      options: [...rest.map(({ flag, value, says }) => ({ flag, value, says })), ...writing],
      examples: [`${name} ${from} ${relation} ${to}`],
      group: 'The line:',
      run: async (given, hand) => {
        const typed = rest.flatMap((option) =>
          given.option[option.flag] === undefined
            ? []
            : [[option.field, option.read(given.option[option.flag] ?? [])] as const],
        )
        const json = {
          from: placeOf(given, 'from'),
          relation: placeOf(given, 'relation'),
          to: placeOf(given, 'to'),
          ...Object.fromEntries(typed),
        }
        const { text, body } = await hand.api.ask({
          method: 'POST',
          path: `/commands/${name}`,
          headers: causeHeader(given),
          json,
        })
        if (hand.json) return hand.out(`${text}\n`)
        await sayOutcome(catalogue, body, hand)
      },
    }
  }
  const ask = (name: 'why' | 'became', says: string): Verb => ({
    path: [name],
    says,
    places: [place('ref', 'of any record')],
    options: [
      { flag: 'all', says: 'every piece, however many there are' },
      { flag: 'markdown', says: 'as Markdown, to pass on' },
      jsonOption,
      dataOption,
    ],
    examples: [`${name} ${name === 'why' ? to : from}`],
    group: 'The line:',
    run: async (given, hand) => {
      const path = `/${name}/${part(placeOf(given, 'ref'))}`
      const whole = hand.json || isGiven(given, 'markdown') || isGiven(given, 'all')
      const query: [string, string][] = whole && name === 'why' ? [['pieces', 'all']] : []
      if (isGiven(given, 'markdown')) {
        const markdown = await hand.api.ask({
          path,
          query: [['format', 'markdown'], ...query],
          as: 'text',
        })
        return hand.out(markdown.text)
      }
      const { text, body } = await hand.api.ask({ path, query })
      if (hand.json) return hand.out(`${text}\n`)
      const sheet = {
        catalogue,
        paint: hand.paint,
        columns: Math.min(hand.world.stdout.columns ?? 80, 80),
        most: isGiven(given, 'all') ? Infinity : 10,
      }
      await hand.out(
        lineAsText(
          body as unknown as LineAnswer,
          name === 'why' ? 'Why is it here?' : 'What became of it?',
          sheet,
        ),
      )
    },
  })
  return [
    ask('why', 'Show why a record is here: the line up to its evidence'),
    ask('became', 'Show what became of a record: the line down to its outcome'),
    write('link'),
    write('unlink'),
  ]
}
