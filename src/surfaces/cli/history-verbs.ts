import type { Catalogue } from '../../engine/catalogue.ts'
import type { Commit, Past } from '../../engine/change.ts'
import { invalid, Problem } from '../../engine/problem.ts'
import { everyField, standing, titleOf } from '../../engine/record.ts'
import { cellOf, moment } from './cell.ts'
import { pairs, table } from './table.ts'
import { common, placeOf, valueOf, type Hand, type Verb } from './verb.ts'
import { historyList } from './history-list.ts'
import { causeHeader, writing } from './write-verbs.ts'
import { tameLine } from './width.ts'

/** History as verbs: to read it, to prove it, to take a commit back. */
export function historyVerbs(catalogue: Catalogue): readonly Verb[] {
  const ref = `${catalogue.records[0]?.prefix ?? 'REF'}-1`
  return [
    {
      path: ['history'],
      says: 'Show what was done, by whom and why, newest first',
      places: [{ name: 'ref', says: 'of one record only', required: false }],
      options: [
        { flag: 'limit', value: 'number', says: 'commits of a page, 1 to 200 (50)' },
        { flag: 'cursor', value: 'cursor', says: 'go on where a page ended' },
        ...common,
      ],
      examples: ['history', `history ${ref}`],
      group: 'The line:',
      run: async (given, hand) => {
        const query = [
          ['id', given.place['ref']],
          ['limit', valueOf(given, 'limit')],
          ['cursor', valueOf(given, 'cursor')],
        ] as const
        const { text, body } = await hand.api.ask({
          path: '/history',
          query: query.flatMap(([name, value]) =>
            value === undefined ? [] : [[name, value] as const],
          ),
        })
        if (hand.json) return hand.out(`${text}\n`)
        const entries = (body['data'] ?? []) as readonly Entry[]
        if (entries.length === 0) return hand.err('Nothing has been done yet.\n')
        await hand.out(
          given.place['ref'] === undefined
            ? ledger(catalogue, entries, hand)
            : entries.map((entry) => inFull(catalogue, entry, hand)).join('\n'),
        )
        if (typeof body['cursor'] === 'string')
          await hand.err(hand.paintErr('muted', `More: --cursor ${body['cursor']}\n`))
      },
    },
    historyList(catalogue),
    {
      path: ['history', 'verify'],
      says: 'Prove that history is whole: every commit, every change, every link of its chain',
      places: [],
      options: common,
      examples: ['history verify'],
      group: 'The line:',
      run: (_, hand) => verify(hand),
    },
    {
      path: ['undo'],
      says: 'Take a commit back as one; without a number, your own last one that still stands',
      places: [
        { name: 'seq', says: 'the number of the commit, as history shows it', required: false },
      ],
      options: writing,
      examples: ['undo', 'undo 812'],
      group: 'The line:',
      run: async (given, hand) => {
        const typed = given.place['seq']
        if (typed !== undefined && !/^[1-9]\d{0,14}$/.test(typed))
          throw invalid(
            `"${typed}" is no commit. Give its number, as "throughline history" shows it.`,
          )
        const seq = typed === undefined ? await lastOwn(hand) : Number(placeOf(given, 'seq'))
        const { text, body } = await meanwhile(
          hand,
          `taking commit ${seq} back`,
          hand.api.ask({
            method: 'POST',
            path: '/commands/undo',
            json: { seq },
            headers: causeHeader(given),
          }),
        )
        if (hand.json) return hand.out(`${text}\n`)
        const count = Number(body['count'] ?? 0)
        await hand.out(
          `Commit ${seq} is taken back: ${count.toLocaleString('en')} ${count === 1 ? 'change' : 'changes'}, in commit ${String(body['seq'])}.\n`,
        )
      },
    },
  ]
}

interface Entry {
  readonly commit: Commit
  readonly changes: readonly Past[]
}

const ledger = (catalogue: Catalogue, entries: readonly Entry[], hand: Hand): string =>
  table(
    [
      { head: 'Commit', side: 'right' },
      { head: 'When' },
      { head: 'Who', most: 30 },
      { head: 'What', most: 30 },
      { head: 'Changes', side: 'right' },
      { head: 'Of', most: 60 },
      { head: 'Why', most: 40 },
    ],
    entries.map(({ commit, changes }) => [
      String(commit.seq),
      moment(commit.at),
      tameLine(commit.actor.name),
      catalogue.command(commit.command)?.says ?? commit.command,
      commit.count.toLocaleString('en'),
      [...new Set(changes.slice(0, 3).map((change) => nameOf(catalogue, change)))].join(', '),
      tameLine(commit.cause ?? ''),
    ]),
    hand.paint,
    hand.world.stdout.isTTY === true ? hand.world.stdout.columns : undefined,
  )

function inFull(catalogue: Catalogue, { commit, changes }: Entry, hand: Hand): string {
  const head = `${hand.paint('strong', String(commit.seq))}  ${moment(commit.at)}  ${tameLine(commit.actor.name)}  ${hand.paint('muted', commit.command)}${commit.cause === null ? '' : `  ${tameLine(commit.cause)}`}\n`
  const lines = changes.flatMap((change) => {
    const fields = everyField(catalogue.record(change.record))
    const names = [
      ...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})]),
    ].filter((name) => !(name in standing) || name === 'custom')
    return names.flatMap((name): readonly (readonly [string, string])[] => {
      const field = fields[name]
      if (field === undefined) return []
      const [before, after] = [change.before?.[name], change.after?.[name]].map((value) =>
        tameLine(cellOf(field, value)).slice(0, 200),
      )
      if (before === after) return []
      return [
        [
          `  ${field.label}`,
          before === '' ? (after ?? '') : `${before} → ${after === '' ? 'nothing' : after}`,
        ],
      ]
    })
  })
  return head + pairs(lines, hand.paint)
}

/** What a past change was about: its ref where the change holds it, else the kind of record. */
function nameOf(catalogue: Catalogue, { record, before, after }: Past): string {
  const kind = catalogue.records.find((one) => one.name === record)
  const ref = after?.['ref'] ?? before?.['ref']
  const row = { ...before, ...after }
  if (kind === undefined) return record
  return typeof ref === 'string'
    ? `${ref}${typeof row[kind.title] === 'string' ? ` ${tameLine(titleOf(kind, row))}` : ''}`
    : kind.says.one
}

async function verify(hand: Hand): Promise<number> {
  const { text, body } = await hand.api.ask({ path: '/history/verify' })
  const broken = typeof body['broken'] === 'string' ? body['broken'] : undefined
  if (hand.json) await hand.out(`${text}\n`)
  else {
    const counts = `${Number(body['commits']).toLocaleString('en')} commits, ${Number(body['changes']).toLocaleString('en')} changes, ${Number(body['erased']).toLocaleString('en')} erased`
    if (broken === undefined)
      await hand.out(
        `${hand.paint('good', 'History is whole')}: ${counts}.\n${hand.paint('muted', `Head ${String(body['head'])}`)}\n`,
      )
  }
  if (broken !== undefined)
    throw new Problem(
      'broken',
      `History is not whole. ${broken} Restore a backup made before it, and keep this data directory for the inquiry.`,
    )
  return 0
}

/** Says on a terminal how long something has been under way, once that is more than a moment. */
async function meanwhile<T>(hand: Hand, what: string, work: Promise<T>): Promise<T> {
  if (hand.json || hand.world.stderr.isTTY !== true) return work
  const from = Date.now()
  const clock = setInterval(() => {
    const seconds = Math.round((Date.now() - from) / 1000)
    void hand.err(`\r\u001b[K${what}, ${seconds.toLocaleString('en')} s`)
  }, 1000)
  try {
    return await work
  } finally {
    clearInterval(clock)
    if (Date.now() - from >= 1000) await hand.err('\r\u001b[K')
  }
}

/** The last commit of one's own that is neither an undo nor undone: one after the other can be taken back. */
async function lastOwn(hand: Hand): Promise<number> {
  const me = (await hand.api.ask({ path: '/me' })).body['actor'] as { readonly id: string }
  const idle = new Set<number>()
  let cursor: string | undefined
  do {
    const { body } = await hand.api.ask({
      path: '/history',
      query: [['limit', '200'], ...(cursor === undefined ? [] : [['cursor', cursor] as const])],
    })
    for (const { commit } of body['data'] as readonly Entry[]) {
      if (idle.has(commit.seq)) continue
      if (commit.command === 'undo')
        idle.add(Number(/^of commit (\d+) /.exec(commit.cause ?? '')?.[1]))
      else if (commit.actor.id === me.id) return commit.seq
    }
    cursor = typeof body['cursor'] === 'string' ? body['cursor'] : undefined
  } while (cursor !== undefined)
  throw new Problem('unknown', 'There is nothing of yours left that could be taken back.')
}
