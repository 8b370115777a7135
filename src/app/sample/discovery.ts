import { passageOf } from '../../areas/discovery/index.ts'
import { must } from '../../engine/problem.ts'
import { moment, type Deed, type Desk } from './desk.ts'
import { framedDays, heard, isQuoted, type Heard } from './heard.ts'
import { linesOf } from './lines.ts'
import { english } from '../../engine/words.ts'

/** What people said, who wrote it down, what was quoted from it and which needs it showed. */
export function tellDiscovery(desk: Desk): void {
  const all = heard()
  tellWholes(desk)
  for (const one of all) tellRecorded(desk, one)
  const framed = new Set<string>()
  for (const one of all.filter(isQuoted)) tellQuoted(desk, one, framed)
  tellSorted(desk, all)
  tellInsights(desk, new Map(all.map((one) => [one.key, one.sorted] as const)))
}

/** What asks for an idea outright, and what was said twice; once the ideas are told. */
export function tellWishes(desk: Desk): void {
  const { tell, keys } = desk
  for (const { key, asks, sorted } of heard())
    if (asks !== undefined)
      tell(sorted, 'support', 'ask-for', ({ link, change }) => {
        const id = keys.of('feedback', key)
        link(['feedback', id], 'asks-for', ['idea', keys.of('idea', asks)], 'for')
        change('feedback', id, { state: 'processed' })
      })
  tellMerged(desk)
}

/** Needs that others are part of come first: they were known before anybody was asked. */
function tellWholes(desk: Desk): void {
  const days = framedDays(heard())
  for (const line of linesOf('needs', 5))
    if (days.get(line[0] ?? '') === 729)
      desk.tell(729, 'leader', 'create-need', (hands) => makeNeed(desk, hands, line))
}

function makeNeed(desk: Desk, { make }: Deed, line: readonly string[]): void {
  const [key = '', where = '', kind, parent = '', title] = line
  make('need', key, {
    title,
    kind,
    productId: desk.product(where),
    ...(parent === '' ? {} : { parentId: desk.keys.of('need', parent) }),
  })
}

function tellRecorded({ tell, keys, now, product }: Desk, one: Heard): void {
  tell(one.recorded, recorders[one.source] ?? 'support', 'create-feedback', ({ make }) =>
    make('feedback', one.key, {
      text: one.text,
      kind: one.kind,
      source: `sample ${one.source}`,
      originId: one.key.replace('@', '-'),
      occurredAt: moment(now, one.said),
      language: 'en',
      contactId: keys.of('contact', one.who),
      companyId: keys.of('company', one.who.slice(0, 2)),
      productId: product('all'),
    }),
  )
}

const recorders: Readonly<Record<string, string>> = {
  interview: 'design',
  survey: 'market',
  call: 'sales',
}

/** A need comes to be with the first passage that shows it. */
function tellQuoted(desk: Desk, one: Heard, framed: Set<string>): void {
  const { keys } = desk
  const need = must(one.need, one.key)
  const line = must(linesOf('needs', 5).find(([key]) => key === need.key))
  const isNew = !framed.has(need.key)
  framed.add(need.key)
  const by = line[1] === 'field' ? 'fieldpo' : 'officepo'
  desk.tell(one.sorted, by, 'frame', (hands) => {
    if (isNew) makeNeed(desk, hands, line)
    const feedbackId = keys.of('feedback', one.key)
    for (const [at, { start, end }] of one.passages.entries()) {
      const passage = passageOf(one.text, start, end)
      if ('says' in passage)
        throw new Error(`feedback.txt, "${one.text}": ${english.told(passage.says)}`)
      const key = `${one.key}${at === 0 ? '' : ` ${at}`}`
      const quote = hands.make('quote', key, { feedbackId, ...passage })
      hands.weigh(['quote', quote], need.side, ['need', keys.of('need', need.key)])
    }
    hands.change('feedback', feedbackId, { state: 'processed' })
  })
}

/** Once a week the rest is sorted; that of the last weeks still waits. */
function tellSorted({ tell, keys }: Desk, all: readonly Heard[]): void {
  const rest = all.filter(({ passages, asks }) => passages.length === 0 && asks === undefined)
  for (const days of new Set(rest.map(({ sorted }) => sorted)))
    if (days > 56)
      tell(days - 0.02, 'support', 'triage', ({ change }) => {
        for (const one of rest)
          if (one.sorted === days)
            change('feedback', keys.of('feedback', one.key), { state: 'archived' })
      })
}

/** The same thing said twice by the same firm is folded, and its wish goes with the one that stays. */
function tellMerged({ tell, keys }: Desk): void {
  for (const [stays = '', folded = '', days, by = '', asks = ''] of linesOf('merged', 5))
    tell(Number(days), by, 'merge-feedback', ({ change, drop }) => {
      const [into, from] = [keys.of('feedback', stays), keys.of('feedback', folded)]
      change('feedback', from, { mergedIntoId: into })
      if (asks !== '') drop('link', keys.of('link', `${from} ${keys.of('idea', asks)}`))
    })
}

function tellInsights({ tell, keys, product }: Desk, sorted: ReadonlyMap<string, number>): void {
  for (const [key = '', need = '', side = '', quotes = '', title] of linesOf('insights', 5)) {
    const from = quotes.split(' ')
    const last = Math.min(...from.map((quote) => must(sorted.get(quote), quote)))
    tell(last - 0.3, 'design', 'create-insight', ({ make, weigh }) => {
      const insight = make('insight', key, { title, productId: product('all') })
      for (const quote of from) weigh(['quote', keys.of('quote', quote)], '+', ['insight', insight])
      weigh(['insight', insight], side, ['need', keys.of('need', need)])
    })
  }
}
