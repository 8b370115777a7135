import { describe, expect, it } from 'vitest'
import { contrast, fromOklch, type LinearRgb } from './colour.ts'
import { ownSources } from './own-sources.ts'
import { stations } from './stations.ts'

const tokens = ownSources('src/web/kit', /^tokens\.css$/)[0]?.text ?? ''

type Theme = 'light' | 'dark'

const number = '([\\d.]+)'
const oklch = `oklch\\(${number} ${number} ${number}\\)`
const declared = new RegExp(`--([\\w-]+):\\s*light-dark\\(\\s*${oklch},\\s*${oklch}\\s*\\)`, 'g')

const colours = new Map<string, Readonly<Record<Theme, LinearRgb>>>(
  [...tokens.matchAll(declared)].map((match) => {
    const [name = '', ...parts] = match.slice(1)
    const [l1, c1, h1, l2, c2, h2] = parts.map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    return [name, { light: fromOklch(l1, c1, h1), dark: fromOklch(l2, c2, h2) }]
  }),
)

const stationTokens = stations.map(({ token }) => token.slice(2))
const series = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `cat${n}`)

const bars: readonly (readonly [fore: string, backs: readonly string[], bar: number])[] = [
  ['ink', ['paper', 'leaf', 'sunk', 'oxide-wash', 'pencil-wash'], 7],
  ['ink2', ['paper', 'sunk'], 7],
  ['marker-ink', ['marker'], 7],
  ['paper', ['ink'], 7],
  ['ink3', ['paper', 'leaf', 'sunk', 'oxide-wash'], 4.5],
  ['oxide-ink', ['paper', 'sunk', 'oxide-wash'], 4.5],
  ['on-oxide', ['oxide', 'oxide-ink'], 4.5],
  ['pencil', ['paper', 'leaf', 'pencil-wash'], 4.5],
  ['ink2', ['marker'], 4.5],
  ['good', ['paper', 'sunk'], 4.5],
  ['watch', ['paper', 'sunk'], 4.5],
  ...stationTokens.map((token) => [token, ['paper'], 4.5] as const),
  ['oxide', ['paper', 'sunk', 'oxide-wash'], 3],
  ['edge', ['paper', 'leaf', 'sunk'], 3],
  ...stationTokens.map((token) => [token, ['sunk'], 3] as const),
  ...series.map((token) => [token, ['paper'], 3] as const),
]

const pairs = bars.flatMap(([fore, backs, bar]) => backs.map((back) => ({ fore, back, bar })))

describe('the colours of tokens.css', () => {
  it('are each read for both themes', () => {
    const written = [...tokens.matchAll(/light-dark\(/g)].length
    expect(colours.size).toBe(written)
    expect(colours.size).toBe(44)
  })

  it('are all judged, but for rules, shade and sequences, which carry no words', () => {
    const judged = new Set(pairs.flatMap(({ fore, back }) => [fore, back]))
    const rest = [...colours.keys()].filter((name) => !judged.has(name) && !/^seq\d$/.test(name))
    expect(rest.sort()).toEqual(['rule', 'rule2', 'shade'])
    expect(pairs.length).toBe(56)
  })

  it('give black on white the ratio 21', () => {
    expect(contrast(fromOklch(0, 0, 0), fromOklch(1, 0, 0))).toBeCloseTo(21, 2)
  })

  it('give mid grey #777 on white the ratio 4.48, as the standard does', () => {
    const grey = ((0x77 / 255 + 0.055) / 1.055) ** 2.4
    expect(contrast([grey, grey, grey], [1, 1, 1])).toBeCloseTo(4.48, 2)
  })

  it.each(['light', 'dark'] as const)('pass every bar in the %s theme', (theme) => {
    const short = pairs
      .map((pair) => ({ ...pair, ratio: ratioOf(pair.fore, pair.back, theme) }))
      .filter(({ ratio, bar }) => !(ratio >= bar))
      .map(({ fore, back, bar, ratio }) => `${fore} on ${back}: ${ratio.toFixed(2)} < ${bar}`)
    expect(short).toEqual([])
  })

  it.each(['light', 'dark'] as const)('hold body text at 10 in the %s theme', (theme) => {
    expect(ratioOf('ink', 'paper', theme)).toBeGreaterThanOrEqual(10)
  })
})

function ratioOf(fore: string, back: string, theme: Theme): number {
  const [one, other] = [colours.get(fore)?.[theme], colours.get(back)?.[theme]]
  if (one === undefined || other === undefined) throw new Error(`no token ${fore} or ${back}`)
  return contrast(one, other)
}
