/**
 * Where a file stands, and what may be imported from there. This is the section "Directions" of
 * ARCHITECTURE.md as data: an arrow that is not in `reaches` does not exist.
 */
export const places = [
  'engine',
  'math',
  'words',
  'areas',
  'areas/face',
  'areas/pure',
  'areas/views',
  'areas/screens',
  'store',
  'surfaces',
  'portal',
  'web/words',
  'web/kit',
  'web/client',
  'web/derived',
  'web/shell',
  'app',
] as const
export type Place = (typeof places)[number]

/** What each place may import, beside its own. Between areas more holds: see directions.ts. */
export const reaches: Readonly<Record<Place, readonly Place[]>> = {
  engine: [],
  math: [],
  words: ['engine'],
  'areas/pure': ['engine', 'math', 'areas/face'],
  'areas/face': ['engine', 'math', 'areas/pure'],
  'areas/views': ['engine', 'math', 'areas/face', 'areas/pure'],
  'areas/screens': [
    'engine',
    'math',
    'areas/face',
    'areas/pure',
    'areas/views',
    'web/words',
    'web/kit',
    'web/client',
    'web/derived',
  ],
  areas: ['engine', 'areas/face', 'areas/views'],
  store: ['engine', 'math'],
  surfaces: ['engine', 'math', 'store'],
  portal: ['engine', 'math', 'store', 'areas', 'areas/face', 'areas/views'],
  'web/words': ['engine', 'words'],
  'web/kit': ['engine', 'math', 'web/words'],
  'web/client': ['engine', 'math', 'web/words'],
  'web/derived': ['engine', 'math', 'web/words', 'web/kit', 'web/client'],
  'web/shell': [
    'engine',
    'math',
    'words',
    'web/words',
    'web/kit',
    'web/client',
    'web/derived',
    'areas',
    'areas/face',
    'areas/screens',
  ],
  app: places,
}

/** The place of a file below `src`; undefined elsewhere. */
export function placeOf(path: string): Place | undefined {
  const [top, first = '', second = '', third = ''] = path.split('/')
  if (top !== 'src') return undefined
  if (first === 'web')
    return second === 'kit' || second === 'client' || second === 'derived' || second === 'words'
      ? `web/${second}`
      : 'web/shell'
  if (first !== 'areas') return first in reaches ? (first as Place) : undefined
  if (third === '') return 'areas'
  if (third === 'index.ts') return 'areas/face'
  if (third === 'server.ts' || third === 'views') return 'areas/views'
  return third === 'screens' ? 'areas/screens' : 'areas/pure'
}

/** The area that a file belongs to, if it belongs to one. */
export const areaOf = (path: string): string | undefined =>
  /^src\/areas\/([^/]+)\/./.exec(path)?.[1]
