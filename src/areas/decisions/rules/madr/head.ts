import { plainText } from './plain-text.ts'
import { itemsIn, type Line } from './sections.ts'

/** What the head of a file says, by front matter or by the list under its title. */
export interface Head {
  readonly status: string | null
  readonly date: string | null
  readonly deciders: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  readonly others: readonly (readonly [key: string, value: string])[]
}

const known: Readonly<Record<string, readonly string[]>> = {
  status: ['status'],
  date: ['date', 'last modified', 'last updated', 'date decided'],
  deciders: ['deciders', 'decider', 'decision-makers', 'decision makers', 'decision maker'],
  consulted: ['consulted'],
  informed: ['informed'],
}

/** The head of a file, and its lines without it. */
export function headOf(lines: readonly Line[]): {
  readonly head: Head
  readonly lines: readonly Line[]
} {
  const matter = frontMatter(lines)
  const listed = listUnderTitle(matter.rest)
  const pairs = [...matter.pairs, ...listed.pairs]
  const one = (kind: string): string | null =>
    pairs.find(([key]) => known[kind]?.includes(key.toLowerCase()))?.[1].join(', ') || null
  const all = (kind: string): readonly string[] =>
    pairs
      .filter(([key]) => known[kind]?.includes(key.toLowerCase()))
      .flatMap(([, values]) => values.flatMap(peopleIn))
  const isKnown = (key: string): boolean =>
    Object.values(known).some((words) => words.includes(key.toLowerCase()))
  const date = one('date')
  return {
    head: {
      status: one('status'),
      date: date === null ? null : (/\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? date),
      deciders: all('deciders'),
      consulted: all('consulted'),
      informed: all('informed'),
      others: pairs
        .filter(([key, values]) => !isKnown(key) && values.join('').trim() !== '')
        .map(([key, values]) => [key, values.join(', ')] as const),
    },
    lines: listed.rest,
  }
}

type Pair = readonly [key: string, values: readonly string[]]

function frontMatter(lines: readonly Line[]): {
  readonly pairs: readonly Pair[]
  readonly rest: readonly Line[]
} {
  if (lines[0]?.line.trim() !== '---') return { pairs: [], rest: lines }
  const end = lines.findIndex(({ line }, at) => at > 0 && line.trim() === '---')
  if (end === -1) return { pairs: [], rest: lines }
  const pairs: [string, string[]][] = []
  for (const { line } of lines.slice(1, end)) {
    const found = /^([A-Za-z][\w -]*):\s*(.*)$/.exec(line)
    const last = pairs.at(-1)
    if (found !== null) pairs.push([(found[1] ?? '').trim(), yamlValues(found[2] ?? '')])
    else if (last !== undefined && line.trim() !== '') {
      const item = /^\s*-\s+(.*)$/.exec(line)
      if (item === null && last[1].length > 0)
        last[1][last[1].length - 1] = `${last[1].at(-1) ?? ''} ${line.trim()}`.trim()
      else last[1].push(unquoted(item?.[1] ?? line.trim()))
    }
  }
  return { pairs, rest: lines.slice(end + 1) }
}

function yamlValues(text: string): string[] {
  const value = text.trim()
  if (value === '' || /^[>|][+-]?$/.test(value)) return []
  const inner = /^\[(.*)\]$/.exec(value)?.[1]
  return (inner === undefined ? [value] : inner.split(','))
    .map(unquoted)
    .filter((one) => one !== '')
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2')

/** `* **Status:** Active` and its like, between the title and the first section. */
function listUnderTitle(lines: readonly Line[]): {
  readonly pairs: readonly Pair[]
  readonly rest: readonly Line[]
} {
  const title = lines.findIndex(({ heading }) => heading !== null)
  const next = lines.findIndex(({ heading }, at) => at > title && heading !== null)
  if (title === -1) return { pairs: [], rest: lines }
  const inner = lines.slice(title + 1, next === -1 ? lines.length : next)
  const { items, rest } = itemsIn(inner.map(({ line }) => line))
  const pairs = items.flatMap(({ text, inner: nested }): readonly Pair[] => {
    const found = /^\*{0,2}([A-Za-z][\w -]{1,40}?)\*{0,2}:\*{0,2}\s*(.*)$/.exec(text)
    if (found === null) return []
    const values = [found[2] ?? '', ...nested.map((one) => one.text)]
      .map((one) => one.replace(/&#x20;/g, '').trim())
      .filter((one) => one !== '')
    return [[(found[1] ?? '').trim(), values]]
  })
  // A list that is something else stays where it is.
  if (pairs.length === 0 || pairs.length < items.length) return { pairs: [], rest: lines }
  return {
    pairs,
    rest: [
      ...lines.slice(0, title + 1),
      ...rest.map((line): Line => ({ line, heading: null })),
      ...(next === -1 ? [] : lines.slice(next)),
    ],
  }
}

/** Names with commas or "and" between them. */
const peopleIn = (text: string): readonly string[] =>
  plainText(text)
    .split(/,|;|\band\b|&/)
    .map((one) => one.trim())
    .filter((one) => one !== '' && !/^\{.*\}$/.test(one))
