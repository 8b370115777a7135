import { plainOf, proseOf } from '../../../../engine/prose.ts'
import type { ProseNode } from '../../../../engine/field.ts'
import type { Madr, MadrOption, Sides } from './madr.ts'
import { linesOf, sectionsAt, tidy } from './sections.ts'

type Plain = Readonly<Record<string, unknown>>

/** What a decision from Markdown becomes here: fields of the decision, of its options, and what they are weighed by. */
export interface Brought {
  readonly decision: Plain
  readonly options: readonly Plain[]
  readonly criteria: readonly string[]
  /** Which of the options was chosen, by its place. */
  readonly chosen: number | null
}

/** The names in it that are nobody's here are kept with what else it says. */
export function fromMadr(madr: Madr, isKnown: (name: string) => boolean): Brought {
  const [first, ...rest] = madr.outcome === '' ? [] : madr.outcome.split('\n\n')
  const whole = first ?? ''
  const isLong = [...whole].length > longestSentence
  const state = stateOf(madr.status, whole)
  const strangers = (key: string, names: readonly string[]): readonly string[] => {
    const others = names.filter((name) => !isKnown(name))
    return others.length === 0 ? [] : [`* **${key}:** ${others.join(', ')}`]
  }
  const record = [
    ...(madr.status === null ? [] : [`* **Status:** ${madr.status}`]),
    ...(madr.date !== null && !isDay(madr.date) ? [`* **Date:** ${madr.date}`] : []),
    ...strangers('Deciders', madr.deciders),
    ...strangers('Consulted', madr.consulted),
    ...strangers('Informed', madr.informed),
    ...madr.head.map(([key, value]) => `* **${key}:** ${value}`),
  ]
  const more = [
    ...(madr.more === '' ? [] : [madr.more]),
    ...(madr.confirmation === '' ? [] : [`## Confirmation\n\n${madr.confirmation}`]),
    ...(record.length === 0 ? [] : [`${recordHead}\n\n${record.join('\n')}`]),
  ].join('\n\n')
  return {
    decision: {
      question: cut(madr.title, 1000) || null,
      sentence:
        state === 'open'
          ? null
          : isLong
            ? `${cut(whole, longestSentence - 1)}…`
            : whole || cut(madr.title, longestSentence) || 'Decided',
      reasons: cut(isLong || state === 'open' ? madr.outcome : rest.join('\n\n'), 20_000) || null,
      context: madr.context === '' ? null : proseOf(cut(madr.context, 49_000)),
      consequences: cut(sidesText(madr.consequences), 10_000) || null,
      more: cut(more, 50_000) || null,
      state,
      kind: /^reject/i.test(madr.status ?? '') ? 'refusal' : 'choice',
      decidedAt:
        state !== 'open' && madr.date !== null && isDay(madr.date)
          ? `${madr.date}T12:00:00.000Z`
          : null,
    },
    options: madr.options.map((one, place) => ({
      title: cut(one.title, 300),
      detail: cut(detailOf(one), 10_000) || null,
      pros: cut(one.good.join('\n'), 10_000) || null,
      cons: cut(one.bad.join('\n'), 10_000) || null,
      isNothing: isNothing(one.title),
      place: place + 1,
    })),
    criteria: madr.drivers.map((one) => cut(one, 2000)),
    chosen: madr.options.findIndex(({ title }) => title === madr.chosen),
  }
}

/** Who stands in a decision, by name. */
export interface Names {
  readonly ref: string
  readonly deciders: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  readonly supersededBy: string | null
}

/** A decision of ours as Markdown would keep it; what was brought in from Markdown comes out as it came in. */
export function toMadr(
  decision: Plain,
  options: readonly Plain[],
  criteria: readonly Plain[],
  names: Names,
): Madr {
  const told = toldMore(textOf(decision['more']))
  const question = textOf(decision['question'])
  const sentence = textOf(decision['sentence'])
  const reasons = textOf(decision['reasons'])
  const isCut = sentence.endsWith('…') && reasons.startsWith(sentence.slice(0, -1))
  const chosen = options.find((one) => one['id'] === decision['chosenId'])
  const title = chosen === undefined ? null : textOf(chosen['title'])
  // A file without an outcome goes by its title.
  const isTitle = sentence === question
  const outcome = [isCut || isTitle ? '' : sentence, reasons]
    .filter((part) => part !== '')
    .join('\n\n')
  const date = textOf(decision['decidedAt']).slice(0, 10)
  return {
    title: question === '' ? sentence : question,
    status: told.status ?? statusOf(decision, names.supersededBy),
    date: told.date ?? (date === '' ? null : date),
    deciders: unite(names.deciders, told.deciders),
    consulted: unite(names.consulted, told.consulted),
    informed: unite(names.informed, told.informed),
    head: told.head,
    context: contextOf(decision['context']),
    drivers: criteria.map((one) => textOf(one['title'])),
    options: options.map(optionOf),
    chosen: title,
    outcome,
    consequences: sidesOf(textOf(decision['consequences'])),
    confirmation: told.confirmation,
    more: told.more,
  }
}

const longestSentence = 1000
const recordHead = '## Record'

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(Date.parse(text))

/** By code points, so that nothing is cut in half. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : [...text].slice(0, most).join('')

const isNothing = (title: string): boolean =>
  /^(do(ing)? nothing|status quo|no change|keep (things )?as (is|they are)|none of the above)\b/i.test(
    title,
  )

function stateOf(status: string | null, outcome: string): string {
  const word = (status ?? '').toLowerCase()
  if (/supersed|replaced/.test(word)) return 'superseded'
  if (/deprecat|withdrawn|reversed|retired/.test(word)) return 'reversed'
  if (/propos|draft|open|pending|in progress|discussion|review/.test(word)) return 'open'
  return word === '' && outcome === '' ? 'open' : 'decided'
}

function statusOf(decision: Plain, by: string | null): string {
  switch (decision['state']) {
    case 'open':
      return 'proposed'
    case 'superseded':
      return by === null ? 'superseded' : `superseded by ${by}`
    case 'reversed':
      return 'deprecated'
    default:
      return decision['kind'] === 'refusal' ? 'rejected' : 'accepted'
  }
}

const sidesText = ({ good, neutral, bad, other }: Madr['consequences']): string =>
  [
    ...good.map((one) => `Good: ${one}`),
    ...neutral.map((one) => `Neutral: ${one}`),
    ...bad.map((one) => `Bad: ${one}`),
    ...(other === '' ? [] : [other]),
  ].join('\n')

function sidesOf(text: string): Madr['consequences'] {
  const good: string[] = []
  const neutral: string[] = []
  const bad: string[] = []
  const other: string[] = []
  for (const line of text.split('\n')) {
    const found = /^(Good|Neutral|Bad): (.*)$/.exec(line)
    if (found === null) other.push(line)
    else ({ Good: good, Neutral: neutral, Bad: bad })[found[1] as 'Good']?.push(found[2] ?? '')
  }
  return { good, neutral, bad, other: tidy(other) }
}

const neutralLine = '* Neutral, because '

const detailOf = ({ detail, neutral }: MadrOption): string =>
  [detail, neutral.map((one) => `${neutralLine}${one}`).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')

function optionOf(row: Plain): MadrOption {
  const lines = textOf(row['detail']).split('\n')
  const isNeutral = (line: string): boolean => line.startsWith(neutralLine)
  return {
    title: textOf(row['title']),
    detail: tidy(lines.filter((line) => !isNeutral(line))),
    good: linesIn(row['pros']),
    bad: linesIn(row['cons']),
    neutral: lines.filter(isNeutral).map((line) => line.slice(neutralLine.length)),
  }
}

const linesIn = (value: unknown): Sides['good'] =>
  textOf(value)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

const contextOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? plainOf(value as ProseNode) : ''

/** What a decision from Markdown said in its head, and its confirmation, out of what else it says. */
function toldMore(text: string) {
  const { before, sections } = sectionsAt(linesOf(text), 2)
  const record = sections.find((one) => `## ${one.title}` === recordHead)
  const confirmed = sections.find(({ title }) => title === 'Confirmation')
  const pairs = (record?.body ?? []).flatMap((line) => {
    const found = /^\* \*\*(.+?):\*\* (.*)$/.exec(line)
    return found === null ? [] : [[found[1] ?? '', found[2] ?? ''] as const]
  })
  const one = (key: string): string | undefined => pairs.find(([name]) => name === key)?.[1]
  const list = (key: string): readonly string[] => one(key)?.split(', ') ?? []
  const own = ['Status', 'Date', 'Deciders', 'Consulted', 'Informed']
  const rest = sections
    .filter((section) => section !== record && section !== confirmed)
    .map(({ level, title, body }) => tidy([`${'#'.repeat(level)} ${title}`, ...body]))
  return {
    status: one('Status'),
    date: one('Date'),
    deciders: list('Deciders'),
    consulted: list('Consulted'),
    informed: list('Informed'),
    head: pairs.filter(([key]) => !own.includes(key)),
    confirmation: tidy(confirmed?.body ?? []),
    more: [tidy(before.map(({ line }) => line)), ...rest]
      .filter((part) => part !== '')
      .join('\n\n'),
  }
}

const unite = (left: readonly string[], right: readonly string[]): readonly string[] => [
  ...new Set([...left, ...right]),
]

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
