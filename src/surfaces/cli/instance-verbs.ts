import type { Catalogue } from '../../engine/catalogue.ts'
import { Problem } from '../../engine/problem.ts'
import { completionFor, shells } from './completion.ts'
import { explanation } from './explain.ts'
import { nounsOf } from './nouns.ts'
import { common, dataOption, jsonOption, place, placeOf, type Verb } from './verb.ts'

/** What is asked of an instance as a whole, or of the declaration alone. */
export function instanceVerbs(catalogue: Catalogue): readonly Verb[] {
  const names = catalogue.records.map((kind) => kind.name)
  return [
    {
      path: ['start'],
      says: 'Run an instance on this machine, until it is stopped',
      places: [],
      options: [
        { flag: 'port', value: 'number', says: 'port to listen on (4600)' },
        dataOption,
        { flag: 'sample', says: 'add the sample' },
        { flag: 'open', says: 'do not open a browser', denied: 'only' },
      ],
      examples: ['start', 'start --port 4700 --data ./other --no-open'],
      group: 'This instance:',
      // The program runs it before this is asked: here it stands for the help and for completion.
      run: () =>
        Promise.reject(
          new Problem(
            'invalid',
            'An instance is started by "throughline start" alone, from its own installation.',
          ),
        ),
    },
    {
      path: ['sign-in'],
      says: "Print a link that signs the owner in once, on this instance's own machine",
      places: [],
      options: common,
      examples: ['sign-in'],
      group: 'This instance:',
      run: async (_, hand) => {
        const { text, body } = await hand.api.ask({
          method: 'POST',
          path: '/sign-in-links',
          json: {},
        })
        await hand.out(hand.json ? `${text}\n` : `${String(body['url'])}\n`)
        if (!hand.json)
          await hand.err(
            hand.paintErr('muted', 'It works once. Open it in a browser on this machine.\n'),
          )
      },
    },
    {
      path: ['explain'],
      says: 'Say what a record is: its fields, rules, links, routes, table and verbs; nothing is asked of an instance',
      places: [place('record', 'in the singular', names)],
      options: [{ ...jsonOption, says: 'as JSON' }],
      examples: [`explain ${names[0] ?? 'RECORD'}`],
      group: 'This instance:',
      run: (given, hand) => hand.out(explanation(catalogue, placeOf(given, 'record'), hand)),
    },
    {
      path: ['completion'],
      says: 'Print a script that completes commands in a shell',
      places: [place('shell', shells.join(', '), shells)],
      options: [],
      examples: ['completion bash > ~/.local/share/bash-completion/completions/throughline'],
      group: 'This instance:',
      run: (given, hand) =>
        hand.out(completionFor(placeOf(given, 'shell'), hand.verbs, nounsOf(catalogue))),
    },
  ]
}
