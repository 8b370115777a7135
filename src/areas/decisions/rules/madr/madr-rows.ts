import { plainOf, proseOf } from '../../../../engine/prose.ts'
import { isDate } from '../../../../engine/schema.ts'
import type { ProseNode } from '../../../../engine/field.ts'
import { argumentsIn, consequencesIn } from './arguments.ts'
import type { Madr, MadrOption, Sides } from './madr.ts'
import { plainText } from './plain-text.ts'
import { paragraphs } from './read-madr.ts'
import { linesOf, sectionsAt, tidy, within } from './sections.ts'

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
  const { whole, rest, isTitle } = sentenceIn(madr)
  const isLong = [...whole].length > longestSentence
  const state = stateOf(madr.status, whole)
  const hasDay = state !== 'open' && madr.date !== null && isDate(madr.date)
  const strangers = (key: string, names: readonly string[]): readonly string[] => {
    // A decision is decided by one: who else decided is kept beside who was asked.
    const one = key === 'Deciders' ? names.find(isKnown) : undefined
    const others = names.filter((name) => !isKnown(name) || (one !== undefined && name !== one))
    return others.length === 0 ? [] : [`* **${key}:** ${others.join(', ')}`]
  }
  const record = [
    ...(madr.status === null ? [] : [`* **Status:** ${madr.status}`]),
    ...(madr.date !== null && !hasDay ? [`* **Date:** ${madr.date}`] : []),
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
      question: isTitle && state !== 'open' ? null : cut(madr.title, 1000) || null,
      sentence:
        state === 'open'
          ? null
          : isLong
            ? `${cut(whole, longestSentence - 1)}…`
            : whole || cut(madr.title, longestSentence) || 'Decided',
      reasons: cut(isLong || state === 'open' ? madr.outcome : rest, 20_000) || null,
      context: madr.context === '' ? null : proseOf(cut(madr.context, 49_000)),
      consequences: cut(sidesText(madr.consequences), 10_000) || null,
      more: cut(more, 50_000) || null,
      state,
      kind: /^reject/i.test(madr.status ?? '') ? 'refusal' : 'choice',
      decidedAt: hasDay ? `${madr.date}T12:00:00.000Z` : null,
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
  const isTitle = sentence === question && reasons === '' && title === null
  const outcome = outcomeText(
    [isCut || isTitle ? '' : sentence, reasons].filter((part) => part !== '').join('\n\n'),
  )
  const deciders = unite(names.deciders, told.deciders)
  const date = textOf(decision['decidedAt']).slice(0, 10)
  return {
    title: onOne(question === '' ? sentence : question),
    status: told.status ?? statusOf(decision, names.supersededBy),
    date: told.date ?? (date === '' ? null : date),
    deciders,
    consulted: unite(names.consulted, told.consulted).filter((name) => !deciders.includes(name)),
    informed: unite(names.informed, told.informed),
    head: told.head,
    context: contextOf(decision['context']),
    drivers: criteria.map((one) => onOne(textOf(one['title']))),
    options: options.map(optionOf),
    chosen: title === null ? null : onOne(title),
    outcome,
    consequences: sidesOf(textOf(decision['consequences'])),
    confirmation: told.confirmation,
    more: told.more,
  }
}

const longestSentence = 1000
const recordHead = '## Record'

/**
 * What an outcome decides, and the reasons after it. A decision without a question goes by its sentence, so
 * that its outcome begins with its title: then the title is no question.
 */
function sentenceIn({ title, outcome }: Madr): {
  readonly whole: string
  readonly rest: string
  readonly isTitle: boolean
} {
  const parts = outcome.split('\n\n')
  const told = parts.findIndex(
    (_, at) => title !== '' && plainText(parts.slice(0, at + 1).join('\n\n')) === plainText(title),
  )
  const end = told === -1 ? 1 : told + 1
  return {
    whole: parts.slice(0, end).join('\n\n'),
    rest: parts.slice(end).join('\n\n'),
    isTitle: told !== -1,
  }
}

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
    else
      ({ Good: good, Neutral: neutral, Bad: bad })[found[1] as 'Good']?.push(onOne(found[2] ?? ''))
  }
  const told = consequencesIn([[within(other.join('\n'), 5).split('\n'), undefined]])
  return {
    good: [...good, ...told.good].filter(isSaid),
    neutral: [...neutral, ...told.neutral].filter(isSaid),
    bad: [...bad, ...told.bad].filter(isSaid),
    other: told.other,
  }
}

/** Headings of an outcome stand apart, and those that are parts of it would be taken for these parts. */
const outcomeText = (text: string): string =>
  tidy(
    linesOf(within(text, 3)).flatMap(({ line, heading }) => {
      if (heading === null) return [line]
      const level = isPart(heading.title) ? Math.max(5, heading.level) : heading.level
      return ['', `${'#'.repeat(level)} ${heading.title}`]
    }),
  )

const isPart = (title: string): boolean =>
  /^(positive consequences?|negative consequences?|consequences$|confirmation$|validation$)/i.test(
    plainText(title),
  )

const neutralLine = '* Neutral, because '

const detailOf = ({ detail, neutral }: MadrOption): string =>
  [detail, neutral.map((one) => `${neutralLine}${one}`).join('\n')]
    .filter((part) => part !== '')
    .join('\n\n')

function optionOf(row: Plain): MadrOption {
  const told = argumentsIn(within(textOf(row['detail']), 4).split('\n'))
  return {
    title: onOne(textOf(row['title'])),
    detail: told.detail,
    good: [...told.good, ...linesIn(row['pros'])],
    bad: [...told.bad, ...linesIn(row['cons'])],
    neutral: told.neutral,
  }
}

const linesIn = (value: unknown): Sides['good'] =>
  textOf(value).split('\n').map(onOne).filter(isSaid)

const onOne = (text: string): string => text.replace(/\s+/g, ' ').trim()

const isSaid = (text: string): boolean => text !== ''

const contextOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? paragraphs(within(plainOf(value as ProseNode), 3).split('\n'))
    : ''

/** What a decision from Markdown said in its head, and its confirmation, out of what else it says. */
function toldMore(text: string) {
  const { before, sections } = sectionsAt(linesOf(within(text, 2)), 2)
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
    .map(({ level, title, body }) => tidy([`${'#'.repeat(level)} ${title}`, '', ...body]))
  return {
    status: one('Status'),
    date: one('Date'),
    deciders: list('Deciders'),
    consulted: list('Consulted'),
    informed: list('Informed'),
    head: pairs.filter(([key]) => !own.includes(key)),
    confirmation: within((confirmed?.body ?? []).join('\n'), 5),
    more: [tidy(before.map(({ line }) => line)), ...rest]
      .filter((part) => part !== '')
      .join('\n\n'),
  }
}

const unite = (left: readonly string[], right: readonly string[]): readonly string[] => [
  ...new Set([...left, ...right]),
]

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
