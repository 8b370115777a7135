/** A heading with what stands under it, up to the next heading of its level or a higher one. */
export interface Section {
  readonly level: number
  readonly title: string
  readonly body: readonly string[]
}

const fence = /^\s{0,3}(```|~~~)/
const heading = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/

/** The lines of a text, each with the heading that it is, if it is one and stands in no code. */
export function linesOf(text: string): readonly Line[] {
  let isCode = false
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line): Line => {
      if (fence.test(line)) isCode = !isCode
      const found = isCode ? null : heading.exec(line)
      return found === null
        ? { line, heading: null }
        : { line, heading: { level: (found[1] ?? '').length, title: (found[2] ?? '').trim() } }
    })
}

export interface Line {
  readonly line: string
  readonly heading: { readonly level: number; readonly title: string } | null
}

/** Text before the first heading of at most this level, and the sections of such headings. */
export function sectionsAt(
  lines: readonly Line[],
  level: number,
): {
  readonly before: readonly Line[]
  readonly sections: readonly (Section & { readonly lines: readonly Line[] })[]
} {
  const first = lines.findIndex((one) => one.heading !== null && one.heading.level <= level)
  if (first === -1) return { before: lines, sections: [] }
  const sections: (Section & { readonly lines: readonly Line[] })[] = []
  let from = first
  while (from < lines.length) {
    const own = lines[from]?.heading
    if (own === null || own === undefined) break
    const next = lines.findIndex(
      (one, at) => at > from && one.heading !== null && one.heading.level <= level,
    )
    const end = next === -1 ? lines.length : next
    const inner = lines.slice(from + 1, end)
    sections.push({
      level: own.level,
      title: own.title,
      body: inner.map(({ line }) => line),
      lines: inner,
    })
    from = end
  }
  return { before: lines.slice(0, first), sections }
}

/** Without the blank lines around it, and never more than one blank line on end. */
export const tidy = (lines: readonly string[]): string =>
  lines
    .map((line) => line.replace(/\s+$/, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')

/** A list item of the outermost level with what it holds, as one line, and the lines that it stood in. */
export interface Item {
  readonly text: string
  readonly lines: readonly string[]
  readonly inner: readonly { readonly text: string }[]
}

const bullet = /^(\s*)(?:[*+-]|\d+[.)])\s+(.*)$/

/** List items and other lines, in their order. */
export function partsOf(lines: readonly string[]): readonly (Item | string)[] {
  const parts: (Open | string)[] = []
  let last: Open | undefined
  for (const line of lines) {
    const found = bullet.exec(line)
    if (found !== null) {
      const indent = (found[1] ?? '').length
      const text = (found[2] ?? '').trim()
      if (last !== undefined && indent > last.indent) {
        last.inner.push({ text })
        last.lines.push(line)
      } else parts.push((last = { text, inner: [], lines: [line], indent }))
      continue
    }
    if (last !== undefined && line.trim() !== '' && /^\s/.test(line)) {
      const into = last.inner.at(-1) ?? last
      into.text = `${into.text} ${line.trim()}`.trim()
      last.lines.push(line)
      continue
    }
    if (line.trim() !== '') last = undefined
    parts.push(line)
  }
  return parts.map((one) =>
    typeof one === 'string' ? one : { text: one.text, lines: one.lines, inner: one.inner },
  )
}

interface Open {
  text: string
  readonly lines: string[]
  readonly inner: { text: string }[]
  readonly indent: number
}

/** The list items of some lines, and the lines that are none. */
export function itemsIn(lines: readonly string[]): {
  readonly items: readonly Item[]
  readonly rest: readonly string[]
} {
  const parts = partsOf(lines)
  return {
    items: parts.filter((one) => typeof one !== 'string'),
    rest: parts.filter((one) => typeof one === 'string'),
  }
}

/** Headings inside a part stand deeper than the part itself. */
export const deeper = (lines: readonly Line[], least: number): readonly string[] =>
  lines.map(({ line, heading: own }) =>
    own === null || own.level >= least ? line : `${'#'.repeat(least)} ${own.title}`,
  )

/** An item with what is nested in it, on one line. */
export const onOneLine = ({ text, inner }: Pick<Item, 'text' | 'inner'>): string =>
  [text, ...inner.map((one) => one.text)].join(' ').replace(/\s+/g, ' ').trim()

/**
 * A text of one's own as it can stand in a part: its headings deeper than the part and its code with an
 * end, so that whatever comes after it is still read as what it is.
 */
export function within(text: string, least: number): string {
  const lines = linesOf(text)
  const body = deeper(lines, least)
  const isOpen = lines.filter(({ line }) => fence.test(line)).length % 2 === 1
  return tidy(isOpen ? [...body, '```'] : body)
}
