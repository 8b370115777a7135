import type { Madr, MadrOption } from './madr.ts'
import { argumentsIn, consequencesIn, type Side } from './arguments.ts'
import { choiceLine, chosenIn, nearest } from './chosen.ts'
import { headOf } from './head.ts'
import { plainText } from './plain-text.ts'
import { deeper, itemsIn, linesOf, onOneLine, sectionsAt, tidy, type Line } from './sections.ts'

/** Sections by what they are called. */
const names: Readonly<Record<string, readonly string[]>> = {
  context: [
    'context',
    'context and problem statement',
    'problem statement',
    'background',
    'motivation',
  ],
  drivers: ['decision drivers', 'drivers', 'decision criteria', 'criteria'],
  options: [
    'considered options',
    'options considered',
    'options',
    'alternatives',
    'alternatives considered',
  ],
  outcome: ['decision outcome', 'decision', 'outcome'],
  consequences: ['consequences'],
  prosAndCons: ['pros and cons of the options', 'pros and cons', 'pros & cons'],
  status: ['status'],
  confirmation: ['confirmation', 'validation'],
  more: ['more information'],
}

type Kind = keyof typeof names

/** What a section of that name is, where it has a place of its own. */
export const kindOf = (title: string): Kind | undefined => {
  const plain = plainText(title).toLowerCase().replace(/[:.]$/, '')
  return Object.keys(names).find((kind) => names[kind]?.includes(plain))
}

/** Longer files are read so far. */
const longest = 1_000_000

/** Reads a decision from Markdown. Whatever is in the file is kept somewhere: what has no place of its own stands in `more`. Never throws. */
export function readMadr(text: string): Madr {
  const { head, lines } = headOf(linesOf(text.slice(0, longest)))
  const titleAt = lines.findIndex(
    ({ heading }) => heading !== null && kindOf(heading.title) === undefined,
  )
  const firstKnown = lines.findIndex(
    ({ heading }) => heading !== null && kindOf(heading.title) !== undefined,
  )
  const hasTitle = titleAt !== -1 && (firstKnown === -1 || titleAt < firstKnown)
  const body = hasTitle ? lines.filter((_, at) => at !== titleAt) : lines
  const title = hasTitle ? (lines[titleAt]?.heading?.title ?? '') : ''
  const level = body.find(({ heading }) => heading !== null && kindOf(heading.title) !== undefined)
    ?.heading?.level
  const { before, sections } = sectionsAt(body, level ?? 2)
  const found = new Map<Kind, readonly Line[]>()
  const more: string[] = []
  const keep = (titled: string, deep: number, inner: readonly string[]): void => {
    more.push(tidy([`${'#'.repeat(Math.max(2, deep))} ${titled}`, '', ...inner]))
  }
  for (const one of sections) {
    const kind = kindOf(one.title)
    const inner = deeper(one.lines, 3)
    if (kind === undefined || found.has(kind)) keep(one.title, one.level, inner)
    else if (kind === 'more' && more.length > 0) keep(one.title, one.level, inner)
    else {
      found.set(kind, one.lines)
      if (kind === 'more') more.push(tidy(inner))
    }
  }
  const linesIn = (kind: Kind): readonly string[] => deeper(found.get(kind) ?? [], 3)
  const drivers = itemsIn(linesIn('drivers'))
  const told = optionsOf(linesIn('options'), found.get('prosAndCons') ?? [], level ?? 2)
  const outcome = outcomeOf(found.get('outcome') ?? [], found.get('consequences') ?? [], level ?? 2)
  const lead = before.some(({ line }) => line.trim() !== '')
    ? [tidy(before.map(({ line }) => line))]
    : []
  const chosen = chosenIn(outcome.text, told.options)
  const status = head.status ?? (plainText(linesIn('status').join(' ')) || null)
  return {
    title: plainText(title),
    status,
    date: head.date,
    deciders: head.deciders,
    consulted: head.consulted,
    informed: head.informed,
    head: head.others,
    context: paragraphs([...lead.flatMap((one) => [one, '']), ...linesIn('context')]),
    drivers: drivers.items.map(onOneLine),
    options: told.options,
    chosen,
    outcome: withoutChoice(outcome.text, chosen),
    consequences: outcome.consequences,
    confirmation: [outcome.confirmation, tidy(linesIn('confirmation'))]
      .filter((part) => part !== '')
      .join('\n\n'),
    more: [
      ...more,
      ...leftOver('Decision Drivers', drivers.rest),
      ...leftOver('Considered Options', told.rest),
      ...leftOver('Pros and Cons of the Options', told.before),
    ].join('\n\n'),
  }
}

/** An outcome without the line that names its option and says nothing else. */
function withoutChoice(text: string, chosen: string | null): string {
  const line = chosen === null ? undefined : `${choiceLine(chosen)}\n\n`
  return line !== undefined && text.startsWith(line) ? text.slice(line.length) : text
}

/** Paragraphs without the spaces around them. */
export const paragraphs = (lines: readonly string[]): string =>
  tidy(lines)
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')

const leftOver = (title: string, rest: readonly string[]): readonly string[] =>
  tidy(rest) === '' ? [] : [`## ${title}\n\n${tidy(rest)}`]

/** Options by their list, and by what is said of each of them. */
function optionsOf(
  listed: readonly string[],
  argued: readonly Line[],
  level: number,
): {
  readonly options: readonly MadrOption[]
  readonly rest: readonly string[]
  readonly before: readonly string[]
} {
  const { items, rest } = itemsIn(listed)
  const options = new Map<string, MadrOption>()
  const add = (key: string, one: MadrOption): void => {
    const there = options.get(key)
    options.set(
      key,
      there === undefined
        ? one
        : {
            title: there.title,
            detail: [there.detail, one.detail].filter((part) => part !== '').join('\n\n'),
            good: [...there.good, ...one.good],
            bad: [...there.bad, ...one.bad],
            neutral: [...there.neutral, ...one.neutral],
          },
    )
  }
  for (const item of items) {
    const whole = onOneLine(item)
    const plain = plainText(whole)
    if (plain === '') continue
    const title = shortened(plain)
    const detail =
      plain === title && !/(?<!\\)\[[^\]]*\]\(/.test(whole)
        ? ''
        : whole.replace(/&#x20;/g, '').trim()
    add(title, { title, detail, good: [], bad: [], neutral: [] })
  }
  const levels = argued.flatMap(({ heading }) => (heading === null ? [] : [heading.level]))
  const at = Math.max(level + 1, Math.min(...levels, 6))
  const { before, sections } = sectionsAt(argued, at)
  for (const one of sections) {
    const plain = shortened(plainText(one.title))
    if (plain === '') continue
    const near = nearest(plain, [...options.values()])
    add(near?.title ?? plain, { title: plain, ...argumentsIn(one.body) })
  }
  return { options: [...options.values()], rest, before: before.map(({ line }) => line) }
}

const longestTitle = 300

/** What an option is called: the words before a colon or a dash, where there are too many. */
function shortened(plain: string): string {
  if (plain.length <= longestTitle) return plain
  const short = /^(.{3,120}?)(?::| - | – |\. )/.exec(plain)?.[1]
  return short ?? `${plain.slice(0, longestTitle - 1).trimEnd()}…`
}

function outcomeOf(
  lines: readonly Line[],
  apart: readonly Line[],
  level: number,
): {
  readonly text: string
  readonly consequences: Madr['consequences']
  readonly confirmation: string
} {
  const { before, sections } = sectionsAt(lines, level + 2)
  const text = before.map(({ line }) => line)
  const taken: (readonly [body: readonly string[], to: Side | undefined])[] = []
  const confirmation: string[] = []
  for (const one of sections) {
    const plain = plainText(one.title).toLowerCase()
    if (/^positive consequences?/.test(plain)) taken.push([one.body, 'good'])
    else if (/^negative consequences?/.test(plain)) taken.push([one.body, 'bad'])
    else if (/^consequences$/.test(plain)) taken.push([one.body, undefined])
    else if (/^(confirmation|validation)$/.test(plain)) confirmation.push(tidy(one.body))
    else text.push('', `${'#'.repeat(Math.max(3, one.level))} ${one.title}`, ...one.body)
  }
  taken.push([apart.map(({ line }) => line), undefined])
  return {
    text: tidy(text),
    consequences: consequencesIn(taken),
    confirmation: confirmation.filter((part) => part !== '').join('\n\n'),
  }
}
