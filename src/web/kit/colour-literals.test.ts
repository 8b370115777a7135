import { describe, expect, it } from 'vitest'
import { ownSources } from './own-sources.ts'

const functions = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i
const hex = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b(?!-)/i
// a colour word as a value: after a colon or a blank, before a blank, a semicolon or a bracket
const words =
  /(?<=[:\s(,'"])(?:white|black|red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|silver|gold|navy|teal|maroon|olive|lime|aqua|fuchsia|crimson|coral|beige|ivory)(?=[\s;),'"])/i

/** The lines of a source that write a colour down instead of naming a token. */
function literals(path: string, source: string): readonly string[] {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return bare
    .split('\n')
    .filter((line) => functions.test(line) || inStyle(path, line))
    .map((line) => `${path}: ${line.trim()}`)
}

/** Hex and words are looked for in style only: elsewhere `#top` is an address and "gold" is prose. */
function inStyle(path: string, line: string): boolean {
  if (path.endsWith('.css')) return hex.test(line) || words.test(line)
  return /style=|(?:fill|stroke|color|background|stopColor)\s*[=:]/i.test(line)
    ? hex.test(line) || words.test(line)
    : false
}

describe('colour', () => {
  it('is written in tokens.css alone', () => {
    const drawn = /\.(?:css|tsx)$/
    const files = [...ownSources('src/web', drawn), ...ownSources('src/areas', drawn)].filter(
      ({ path }) => !path.endsWith('/tokens.css'),
    )
    expect(files.flatMap(({ path, text }) => literals(path, text))).toEqual([])
    const css = files.filter(({ path }) => path.endsWith('.css'))
    const tsx = files.filter(({ path }) => path.endsWith('.tsx'))
    // a gate that looks at nothing is worse than none: these rise with the kit, and never reach zero
    expect(css.length).toBeGreaterThanOrEqual(35)
    expect(tsx.length).toBeGreaterThanOrEqual(40)
    expect(css.every(({ text }) => text.length > 0)).toBe(true)
  })

  it.each([
    ['a.css', 'color: #fff;'],
    ['a.css', 'border: 1px solid #B0432B;'],
    ['a.css', 'background: rgb(0 0 0 / 10%);'],
    ['a.css', 'outline: 1px solid white;'],
    ['a.css', '--x: oklch(0.5 0.1 30);'],
    ['a.tsx', '<path fill="#2a2420" />'],
    ['a.tsx', "style={{ color: 'red' }}"],
    ['a.tsx', "const c = 'hsl(20 10% 10%)'"],
  ])('would be caught in %s: %s', (path, line) => {
    expect(literals(path, line)).toHaveLength(1)
  })

  it.each([
    ['a.css', 'color: var(--ink);'],
    ['a.css', 'outline: 4px solid color-mix(in oklch, var(--ink) 8%, transparent);'],
    ['a.css', 'fill: currentColor;'],
    ['a.tsx', '<Link href="#add">a gold standard</Link>'],
    ['a.css', '/* #fff is paper in print */'],
  ])('is not seen where there is none, in %s: %s', (path, line) => {
    expect(literals(path, line)).toEqual([])
  })
})
