/** The graph in ARCHITECTURE.md: which folder imports which, as it is and not as it is meant. */
import { areaOf, placeOf, places, type Place } from './place.ts'
import { parseSource, type Source } from './source.ts'
import { isCode, isTest, type Tree } from './tree.ts'

type Edge = readonly [from: string, to: string]

/** Two Mermaid blocks: the folders among themselves, and the areas among themselves. */
export function graphOf(tree: Tree): string {
  const sources = [...tree]
    .filter(([path]) => path.startsWith('src/') && isCode(path) && !isTest(path))
    .map(([path, text]) => parseSource(path, text))
  const folders = edgesOf(sources, (path) => labels[placeOf(path) ?? 'app'])
  const areas = edgesOf(sources, areaOf)
  return [drawn(folders), ...(areas.length === 0 ? [] : [drawn(areas)])].join('\n\n')
}

const begin = '<!-- graph -->'
const end = '<!-- /graph -->'

/** The document with its graph drawn anew. Throws where it has no place for one. */
export function withGraph(document: string, graph: string): string {
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from === -1 || to < from)
    throw new Error(`ARCHITECTURE.md has no place for the graph: ${begin} and, below it, ${end}`)
  return `${document.slice(0, from + begin.length)}\n\n${graph}\n\n${document.slice(to)}`
}

/** Parts of an area that import in the same way are one box. */
const labels: Readonly<Record<Place, string>> = {
  ...(Object.fromEntries(places.map((place) => [place, place])) as Record<Place, string>),
  areas: 'areas/order',
  'areas/face': 'areas/records, rules, commands',
  'areas/pure': 'areas/records, rules, commands',
}

function edgesOf(
  sources: readonly Source[],
  box: (path: string) => string | undefined,
): readonly Edge[] {
  const edges = new Map<string, Edge>()
  for (const source of sources) {
    const from = box(source.path)
    for (const { to: target } of source.imports) {
      const to = target?.startsWith('src/') === true ? box(target) : undefined
      if (from !== undefined && to !== undefined && from !== to)
        edges.set(`${from} ${to}`, [from, to])
    }
  }
  return [...edges.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge)
}

function drawn(edges: readonly Edge[]): string {
  const boxes = [...new Set(edges.flat())].sort()
  const id = (label: string): string => label.replace(/[^a-z]+/g, '_')
  return [
    '```mermaid',
    'flowchart LR',
    ...boxes.map((label) => `  ${id(label)}["${label}"]`),
    ...edges.map(([from, to]) => `  ${id(from)} --> ${id(to)}`),
    '```',
  ].join('\n')
}
