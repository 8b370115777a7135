import type { Madr, MadrOption, Sides } from './madr.ts'
import { chosenIn, keyOf, nearest } from './chosen.ts'
import { headOf } from './head.ts'
import {
  deeper,
  itemsIn,
  linesOf,
  onOneLine,
  partsOf,
  plainText,
  sectionsAt,
  tidy,
  type Line,
} from './sections.ts'

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

const kindOf = (title: string): Kind | undefined => {
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
    chosen: chosenIn(outcome.text, told.options),
    outcome: withoutChoice(outcome.text),
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
const withoutChoice = (text: string): string => text.replace(/^Chosen option: "[^"\n]+"\.\n\n/, '')

/** Paragraphs without the spaces around them. */
const paragraphs = (lines: readonly string[]): string =>
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
  const add = (title: string, one: MadrOption): void => {
    const key = keyOf(title)
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
    const detail = plain === title && !/\]\(/.test(whole) ? '' : whole.replace(/&#x20;/g, '').trim()
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

const longestTitle = 200

/** What an option is called: the words before a colon or a dash, where there are too many. */
function shortened(plain: string): string {
  if (plain.length <= longestTitle) return plain
  const short = /^(.{3,120}?)(?::| - | – |\. )/.exec(plain)?.[1]
  return short ?? `${plain.slice(0, longestTitle - 1).trimEnd()}…`
}

const side = /^\W*(pros|good|advantages|positives?|cons|bad|disadvantages|negatives?|neutral)\W*$/i
const said = /^\W*(good|bad|neutral|pro|con)\b\W*?(?:[,:–-]\s*)?(?:because(?:\s+of)?\b\s*)?/i

type Side = keyof Sides

const sideOf = (word: string): Side =>
  /^(pro|good|adv|pos)/i.test(word) ? 'good' : /^neutral/i.test(word) ? 'neutral' : 'bad'

/** Arguments for and against, in any of the ways in which they are written; the rest is what the option is. */
export function argumentsIn(body: readonly string[]): Sides & { readonly detail: string } {
  const sides: Record<Side, string[]> = { good: [], bad: [], neutral: [] }
  const detail: string[] = []
  let now: Side | undefined
  let held: string[] = []
  const settle = (): void => {
    for (const part of partsOf(held)) {
      if (typeof part === 'string') {
        detail.push(part)
        continue
      }
      const under = side.exec(plainText(part.text))
      const starts = said.exec(plainText(part.text))
      if (under !== null && part.inner.length > 0)
        for (const one of part.inner) put(sideOf(under[1] ?? ''), one.text)
      else if (under !== null) now = sideOf(under[1] ?? '')
      else if (starts !== null && /[,:–-]|because/i.test(starts[0]))
        put(sideOf(starts[1] ?? ''), onOneLine(part))
      else if (now !== undefined) put(now, onOneLine(part))
      else detail.push(`* ${onOneLine(part)}`)
    }
    held = []
  }
  const put = (to: Side, text: string): void => {
    const bare = withoutSide(text)
    if (bare !== '') sides[to].push(bare)
  }
  for (const line of body) {
    const title = /^\s{0,3}#{1,6}\s+(.*)$/.exec(line)?.[1]
    const alone = title ?? (/^\s*(?:\*\*[^*]+\*\*:?|\w+:?)\s*$/.test(line) ? line : undefined)
    const named = alone === undefined ? null : side.exec(plainText(alone))
    if (named === null && title === undefined) {
      held.push(line)
      continue
    }
    settle()
    now = named === null ? undefined : sideOf(named[1] ?? '')
    if (named === null) detail.push('', line, '')
  }
  settle()
  return { ...sides, detail: tidy(detail) }
}

/** An argument without the word that says on which side it stands. */
export function withoutSide(text: string): string {
  const found = said.exec(text)
  if (found === null || !/[,:–-]|because/i.test(found[0])) return text.replace(/\s+/g, ' ').trim()
  return text.slice(found[0].length).replace(/\s+/g, ' ').trim()
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
  const sides: Record<Side, string[]> = { good: [], bad: [], neutral: [] }
  const other: string[] = []
  const confirmation: string[] = []
  const take = (body: readonly string[], to: Side | undefined): void => {
    const { items, rest } = itemsIn(body)
    for (const item of items) {
      const whole = onOneLine(item)
      const own = said.exec(plainText(whole))
      const bare = withoutSide(whole)
      if (bare === '') continue
      if (to !== undefined) sides[to].push(bare)
      else if (own !== null && /[,:–-]|because/i.test(own[0]))
        sides[sideOf(own[1] ?? '')].push(bare)
      else other.push(`* ${whole}`)
    }
    const words = tidy(rest.map((line) => line.replace(/^#{1,4}(?= )/, '#####')))
    if (words !== '') other.push(words)
  }
  for (const one of sections) {
    const plain = plainText(one.title).toLowerCase()
    if (/^positive consequences?/.test(plain)) take(one.body, 'good')
    else if (/^negative consequences?/.test(plain)) take(one.body, 'bad')
    else if (/^consequences$/.test(plain)) take(one.body, undefined)
    else if (/^(confirmation|validation)$/.test(plain)) confirmation.push(tidy(one.body))
    else text.push('', `${'#'.repeat(Math.max(3, one.level))} ${one.title}`, ...one.body)
  }
  take(
    apart.map(({ line }) => line),
    undefined,
  )
  return {
    text: tidy(text),
    consequences: { ...sides, other: other.join('\n') },
    confirmation: confirmation.filter((part) => part !== '').join('\n\n'),
  }
}
