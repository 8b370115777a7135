import { setTimeout as pause } from 'node:timers/promises'
import type { Catalogue } from '../../engine/catalogue.ts'
import { invalid, Problem } from '../../engine/problem.ts'
import { titleOf } from '../../engine/record.ts'
import type { ToldChange, ToldCommit } from '../../store/store.ts'
import { moment } from './cell.ts'
import { Unreachable } from './failure.ts'
import { common, isGiven, valueOf, type Hand, type Verb } from './verb.ts'
import { tameLine } from './width.ts'

/** `watch`: what happens, as it happens, a line a change, for as long as one looks. */
export function watchVerb(catalogue: Catalogue): Verb {
  return {
    path: ['watch'],
    says: 'Show what happens as it happens, until it is interrupted',
    places: [],
    options: [
      { flag: 'after', value: 'seq', says: 'begin after this commit, as history shows it (now)' },
      { flag: 'once', says: 'end when everything up to now has been shown' },
      ...common,
    ],
    examples: ['watch', 'watch --after 812 --json'],
    group: 'The line:',
    run: async (given, hand) => {
      const typed = valueOf(given, 'after')
      if (typed !== undefined && !/^\d{1,15}$/.test(typed))
        throw invalid(
          `"${typed}" is no commit. Give its number, as "throughline history" shows it.`,
        )
      const once = isGiven(given, 'once')
      if (once && typed === undefined)
        throw invalid('With --once, say from where: --after and the number of a commit.')
      await watch(catalogue, hand, typed, once ? await headNow(hand) : undefined)
    },
  }
}

/** Until the end, if one is given; a connection that breaks is made again from where it was. */
async function watch(
  catalogue: Catalogue,
  hand: Hand,
  after: string | undefined,
  end: number | undefined,
): Promise<void> {
  let [place, heard] = [after, false]
  for (let wait = 250; ; wait = Math.min(10_000, wait * 2)) {
    try {
      for await (const { event, id, data } of eventsOf(hand, place)) {
        place = id ?? place
        wait = 250
        heard = true
        if (event === 'reset' && end === undefined) place = undefined
        await show(catalogue, hand, event, data)
        if (end !== undefined && (event === 'reset' || Number(place) >= end)) return
        if (event === 'ended') throw new Problem('denied', String(data['says']))
      }
    } catch (fault) {
      // What never answered is not waited for; what was there will come back.
      if (!heard || !(fault instanceof Unreachable)) throw fault
    }
    await pause(wait)
  }
}

interface Event {
  readonly event: string
  readonly id: string | undefined
  readonly data: Readonly<Record<string, unknown>>
}

async function* eventsOf(hand: Hand, after: string | undefined): AsyncIterable<Event> {
  const pieces = await hand.api.open({
    path: '/live',
    ...(after === undefined ? {} : { query: [['after', after]] }),
    headers: { accept: 'text/event-stream' },
  })
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of pieces) {
    const blocks = (text + decoder.decode(piece, { stream: true })).split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const told = new Map(
        block.split('\n').map((line): [string, string] => {
          const colon = line.indexOf(': ')
          return [line.slice(0, colon), line.slice(colon + 2)]
        }),
      )
      yield {
        event: told.get('event') ?? '',
        id: told.get('id'),
        data: JSON.parse(told.get('data') ?? '{}') as Event['data'],
      }
    }
  }
}

async function show(
  catalogue: Catalogue,
  hand: Hand,
  event: string,
  data: Event['data'],
): Promise<void> {
  if (event === 'reset')
    return hand.err(`${String(data['says'])} What is shown now goes on from here.\n`)
  if (event !== 'commit') return
  if (hand.json) return hand.out(`${JSON.stringify(data)}\n`)
  const commits = new Map(
    (data['commits'] as readonly ToldCommit[]).map((one) => [one.seq, one] as const),
  )
  const changes = (data['changes'] as readonly ToldChange[]).toSorted(
    (left, right) => left.seq - right.seq,
  )
  for (const change of changes) {
    const commit = commits.get(change.seq)
    // What only moved with something else is no event to a person.
    if (commit !== undefined) await hand.out(`${lineOf(catalogue, hand, commit, change)}\n`)
  }
  for (const record of data['more'] as readonly string[]) {
    const kind = catalogue.records.find(({ name }) => name === record)
    await hand.out(`${String(data['seq'])}  many ${kind?.says.many ?? record}\n`)
  }
}

function lineOf(
  catalogue: Catalogue,
  hand: Hand,
  { seq, at, actor, command }: ToldCommit,
  change: ToldChange,
): string {
  const kind = catalogue.records.find(({ name }) => name === change.record)
  const what =
    'gone' in change || kind === undefined
      ? `${kind?.says.one ?? change.record} ${change.id} is gone`
      : `${change.row.ref} ${tameLine(titleOf(kind, change.row)).slice(0, 100)}`
  const who = tameLine(actor.name).slice(0, 30)
  return `${hand.paint('muted', `${seq}  ${moment(at)}`)}  ${who}  ${command}  ${what}`
}

async function headNow(hand: Hand): Promise<number> {
  const { body } = await hand.api.ask({ path: '/history', query: [['limit', '1']] })
  const [last] = body['data'] as readonly { readonly commit: { readonly seq: number } }[]
  return last?.commit.seq ?? 0
}
