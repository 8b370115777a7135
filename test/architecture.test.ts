/** The code is as ARCHITECTURE.md says. That the rules see what they should: planted-faults.test.ts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { inWords } from '../scripts/architecture/fault.ts'
import { faultsOf } from '../scripts/architecture/faults.ts'
import { graphOf, withGraph } from '../scripts/architecture/graph.ts'
import { places, reaches } from '../scripts/architecture/place.ts'
import { readTree } from '../scripts/architecture/tree.ts'
import { clean } from './architecture/clean-tree.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

describe('the code', () => {
  const tree = readTree(root)
  const report = faultsOf(tree)

  it('goes the way the architecture says', () => {
    expect(report.faults.map(inWords)).toEqual([])
  })

  it('was looked at, all of it', () => {
    const there = ['src', 'test', 'bench', 'scripts', 'bin']
      .filter((folder) => existsSync(`${root}/${folder}`))
      .flatMap((folder) =>
        readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).filter((path) =>
          /\.(ts|tsx|mts|mjs)$/.test(path),
        ),
      )
    expect(report.files).toBe(there.length)
    expect(report.files).toBeGreaterThanOrEqual(100)
    expect(report.imports).toBeGreaterThanOrEqual(350)
    expect(report.names).toBeGreaterThanOrEqual(10_000)
    expect(report.words.length).toBeGreaterThanOrEqual(13)
  })

  it('has a file that begins an import wherever the parser saw one, and nowhere else', () => {
    const byEye = [...tree].filter(
      ([path, text]) =>
        /\.(ts|tsx|mts|mjs)$/.test(path) && /^(import|export) [^(]*? from '/m.test(text),
    )
    const byParser = byEye.filter(
      ([path, text]) => faultsOf(new Map([[path, text]]), {}).imports > 0,
    )
    expect(byParser.length).toBe(byEye.length)
  })

  it.runIf(existsSync(`${root}/ARCHITECTURE.md`))('is drawn in ARCHITECTURE.md as it is', () => {
    const document = readFileSync(`${root}/ARCHITECTURE.md`, 'utf8')
    expect(withGraph(document, graphOf(tree))).toBe(document)
  })
})

describe('the map of places', () => {
  it('has no way back: what a place reaches never reaches it in turn, but for an area’s own face', () => {
    const farther = (from: string, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
      const next = reaches[from as keyof typeof reaches].filter((to) => !seen.has(to))
      return next.reduce((all, to) => farther(to, new Set([...all, to])), seen)
    }
    const within = new Set(['areas/face', 'areas/pure'])
    const circular = places.filter(
      (place) => place !== 'app' && !within.has(place) && farther(place).has(place),
    )
    expect(circular).toEqual([])
  })
})

describe('the graph', () => {
  it('is drawn from the imports, each arrow once', () => {
    const graph = graphOf(clean)
    expect(graph).toContain('  store --> engine')
    expect(graph).toContain('  trips --> stars')
    expect(graph.match(/ --> /g)).toHaveLength(new Set(graph.match(/^.* --> .*$/gm)).size)
    expect(graph).not.toContain('test')
  })

  it('is put between its marks, and a document without them is refused', () => {
    const document = 'Before\n<!-- graph -->\nold\n<!-- /graph -->\nAfter'
    expect(withGraph(document, 'new')).toBe(
      'Before\n<!-- graph -->\n\nnew\n\n<!-- /graph -->\nAfter',
    )
    expect(withGraph(withGraph(document, 'new'), 'new')).toBe(withGraph(document, 'new'))
    expect(() => withGraph('Before', 'new')).toThrow('no place for the graph')
  })
})
