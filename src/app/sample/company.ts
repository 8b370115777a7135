import { passageOf } from '../../areas/discovery/index.ts'
import type { Change } from '../../engine/change.ts'
import type { Ports } from '../../engine/ports.ts'
import { must } from '../../engine/problem.ts'
import { proseOf } from '../../engine/prose.ts'
import { linesOf, newKeys, type Keys } from './lines.ts'
import { marked } from './passages.ts'

type Values = Readonly<Record<string, unknown>>

/** What the parts of the sample company are made with. */
interface Desk {
  readonly keys: Keys
  readonly make: (record: string, key: string, row: Values) => string
  readonly link: (from: End, relation: string, to: End, polarity?: 'for' | 'against') => void
  /** Ties what was heard or understood to what it speaks for or against. */
  readonly weigh: (from: End, side: string, to: End) => void
  /** A moment so many days before now; a day with `day`. */
  readonly ago: (days: number) => string
  readonly product: (key: string) => string
}

type End = readonly [record: string, id: string]

/**
 * Merrow, a maker of software for firms that send crews out: a company that is not there, told in
 * texts beside this, with dates that count back from today.
 */
export function sampleCompany(ports: Pick<Ports, 'newId' | 'now'>): readonly Change[] {
  const changes: Change[] = []
  const keys = newKeys()
  const make: Desk['make'] = (record, key, row) => {
    const id = ports.newId()
    keys.add(record, key, id)
    changes.push({ op: 'create', record, id, row })
    return id
  }
  const link: Desk['link'] = ([fromKind, fromId], relation, [toKind, toId], polarity) => {
    const row = { fromKind, fromId, relation, toKind, toId, polarity: polarity ?? 'neither' }
    changes.push({
      op: 'create',
      record: 'link',
      id: ports.newId(),
      row: { ...row, strength: null, note: null },
    })
  }
  const now = ports.now().getTime()
  const desk: Desk = {
    keys,
    make,
    link,
    weigh: (from, side, to) =>
      side === '+' ? link(from, 'supports', to, 'for') : link(from, 'contradicts', to, 'against'),
    ago: (days) => new Date(now - days * dayMs).toISOString(),
    product: (key) => keys.of('product', key === '' ? 'all' : must(key.split(',')[0])),
  }
  makeHouse(desk)
  makeStrategy(desk)
  makeNeeds(desk)
  makeIdeas(desk)
  makeFeedback(desk)
  makeInsights(desk)
  makeRoadmap(desk)
  return changes
}

const dayMs = 86_400_000

function makeHouse({ make, keys }: Desk): void {
  const all = make('product', 'all', { name: 'Merrow (sample)' })
  make('product', 'office', { name: 'Merrow Office', parentId: all })
  make('product', 'field', { name: 'Merrow Field', parentId: all })
  const teams = new Map<string, { readonly function: string; readonly memberIds: string[] }>()
  for (const [key = '', name, work = '', team = ''] of linesOf('people', 4)) {
    const id = make('member', key, { name, role: 'editor', function: work })
    const there = teams.get(team) ?? { function: work, memberIds: [] }
    teams.set(team, there)
    there.memberIds.push(id)
  }
  for (const [name, team] of teams) make('team', name, { name, ...team })
  for (const [key = '', name, domain, size, revenue, tier] of linesOf('companies', 7))
    make('company', key, {
      name,
      domain,
      size: Number(size),
      revenue: { minor: Number(revenue) * 100, currency: 'EUR' },
      tier,
    })
  for (const [key = '', company = '', name, jobTitle] of linesOf('contacts', 4))
    make('contact', key, { name, jobTitle, companyId: keys.of('company', company) })
}

function makeStrategy({ make, keys, product }: Desk): void {
  let objectiveId = ''
  for (const cells of linesOf('strategy', 6)) {
    const [first = '', second = '', third = '', fourth, fifth, sixth] = cells
    if (first.startsWith('> '))
      make('key-result', second, {
        objectiveId,
        title: second,
        unit: third,
        start: Number(fourth),
        target: Number(fifth),
        current: Number(sixth),
      })
    else
      objectiveId = make('objective', first, {
        title: sixth,
        productId: product(second),
        ...(third === '' ? {} : { parentId: keys.of('objective', third) }),
        period: fifth,
        ownerId: keys.of('member', 'leader'),
      })
  }
}

function makeNeeds({ make, keys, product }: Desk): void {
  for (const [key = '', where = '', kind, parent = '', title] of linesOf('needs', 5))
    make('need', key, {
      title,
      kind,
      productId: product(where),
      ...(parent === '' ? {} : { parentId: keys.of('need', parent) }),
    })
}

function makeFeedback({ make, link, weigh, keys, ago, product }: Desk): void {
  for (const [who = '', days = '', source, kind, about = '', line = ''] of linesOf('feedback', 6)) {
    const { text, passages } = marked(line)
    const occurredAt = ago(Number(days))
    const id = make('feedback', `${who}@${days}`, {
      text,
      kind,
      state: passages.length > 0 ? 'processed' : Number(days) < 60 ? 'unprocessed' : 'archived',
      source: `sample ${source}`,
      originId: `${who}-${days}`,
      occurredAt,
      language: 'en',
      contactId: keys.of('contact', who),
      companyId: keys.of('company', who.slice(0, 2)),
      productId: product('all'),
    })
    if (about.startsWith('>'))
      link(['feedback', id], 'asks-for', ['idea', keys.of('idea', about.slice(1))], 'for')
    for (const [at, { start, end }] of passages.entries()) {
      const passage = passageOf(text, start, end)
      if ('says' in passage) throw new Error(`feedback.txt, "${line}": ${passage.says}`)
      const quote = make('quote', `${who}@${days}${at === 0 ? '' : ` ${at}`}`, {
        feedbackId: id,
        ...passage,
      })
      weigh(['quote', quote], about.slice(-1), ['need', keys.of('need', about.slice(0, -1))])
    }
  }
}

function makeInsights({ make, weigh, keys, product }: Desk): void {
  for (const [key = '', need = '', side = '', quotes = '', title] of linesOf('insights', 5)) {
    const insight = make('insight', key, { title, productId: product('all') })
    for (const quote of quotes.split(' '))
      weigh(['quote', keys.of('quote', quote)], '+', ['insight', insight])
    weigh(['insight', insight], side, ['need', keys.of('need', need)])
  }
}

function makeIdeas({ make, link, keys, product }: Desk): void {
  const chosen = new Set(linesOf('roadmap', 10).map(([idea]) => idea))
  for (const cells of linesOf('ideas', 10)) {
    const [key = '', where = '', needs = '', objectives = '', ...factors] = cells
    const [reach, impact, confidence, effort, title, detail = ''] = factors
    const idea = make('idea', key, {
      title,
      ...(detail === '' ? {} : { detail: proseOf(detail) }),
      reach: Number(reach),
      reachPeriod: 'quarter',
      impact: Number(impact),
      confidence: Number(confidence),
      effort: Number(effort),
      state: chosen.has(key) ? 'chosen' : 'open',
      productId: product(where),
    })
    for (const need of listed(needs))
      link(['idea', idea], 'addresses', ['need', keys.of('need', need)])
    for (const objective of listed(objectives))
      link(['idea', idea], 'advances', ['objective', keys.of('objective', objective)])
  }
}

function makeRoadmap({ make, link, keys, ago, product }: Desk): void {
  const ideas = new Map(linesOf('ideas', 10).map((cells) => [cells[0], cells] as const))
  for (const cells of linesOf('roadmap', 10)) {
    const [key = '', commitment, status, team = '', from = '', to = '', title, ...said] = cells
    const [who = '', days = '', sentence] = said
    const idea = ideas.get(key)
    const productId = product(idea?.[1] ?? '')
    const item = make('roadmap-item', key, {
      title: title === '' ? idea?.[8] : title,
      commitment,
      status,
      productId,
      ...(team === '' ? {} : { teamId: keys.of('team', team) }),
      ...(from === '' ? {} : { dates: { from: day(ago, from), to: day(ago, to) } }),
    })
    link(['roadmap-item', item], 'delivers', ['idea', keys.of('idea', key)])
    if (who === '') continue
    const decision = make('decision', key, {
      sentence,
      decidedById: keys.of('member', who),
      decidedAt: ago(Number(days)),
      productId,
    })
    link(['decision', decision], 'settles', ['roadmap-item', item])
  }
}

const day = (ago: Desk['ago'], days: string): string => ago(-Number(days)).slice(0, 10)

const listed = (cell: string): readonly string[] => (cell === '' ? [] : cell.split(','))
