import type { Madr, Sides } from './madr.ts'
import { plainText } from './plain-text.ts'
import { itemsIn, onOneLine, partsOf, tidy } from './sections.ts'

/** Arguments for and against, in any of the ways in which they are written; the rest is what the option is. */
export function argumentsIn(body: readonly string[]): Sides & { readonly detail: string } {
  const sides: Record<Side, string[]> = { good: [], bad: [], neutral: [] }
  const detail: string[] = []
  let now: Side | undefined
  let held: string[] = []
  const settle = (): void => {
    let starts = true
    for (const part of partsOf(held)) {
      if (typeof part === 'string') {
        // Indented words after a list would be taken for a part of its last item.
        const isAfter = detail.some((line) => line !== '') && starts
        detail.push(isAfter ? part.trimStart() : part)
        starts &&= part.trim() === ''
        continue
      }
      starts = false
      const under = side.exec(plainText(part.text))
      const led = said.exec(plainText(part.text))
      if (under !== null && part.inner.length > 0)
        for (const one of part.inner) put(sideOf(under[1] ?? ''), one.text)
      else if (under !== null) now = sideOf(under[1] ?? '')
      else if (led !== null && /[,:–-]|because/i.test(led[0]))
        put(sideOf(led[1] ?? ''), onOneLine(part))
      else if (now !== undefined) put(now, onOneLine(part))
      else detail.push(...part.lines)
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

/** What follows, good and bad, where each body may speak of one side only. */
export function consequencesIn(
  bodies: readonly (readonly [body: readonly string[], to: Side | undefined])[],
): Madr['consequences'] {
  const sides: Record<Side, string[]> = { good: [], bad: [], neutral: [] }
  const other: string[] = []
  for (const [body, to] of bodies) {
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
    // Indented words after a list would be taken for a part of its last item.
    const words = tidy(rest.map((line) => line.replace(/^#{1,4}(?= )/, '#####'))).trimStart()
    if (words !== '') other.push(words)
  }
  return { ...sides, other: other.join('\n') }
}

const side = /^\W*(pros|good|advantages|positives?|cons|bad|disadvantages|negatives?|neutral)\W*$/i
const said = /^\W*(good|bad|neutral|pro|con)\b\W*?(?:[,:–-]\s*)?(?:because(?:\s+of)?\b\s*)?/i

/** On which side an argument stands. */
export type Side = keyof Sides

const sideOf = (word: string): Side =>
  /^(pro|good|adv|pos)/i.test(word) ? 'good' : /^neutral/i.test(word) ? 'neutral' : 'bad'
