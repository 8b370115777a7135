import { must } from '../../../engine/problem.ts'
import { sentence, type Sentence, type Words } from '../../../engine/words.ts'
import {
  inOrder,
  stopsOf,
  type Declared,
  type Found,
  type Material,
  type Stops,
} from './line-stops.ts'
import { evidenceSays, hiddenSays, linkSays, tieWords } from './line-words.ts'
import type { LinkStrength } from './strength.ts'
import { thinSays, type ThinCode } from './thin.ts'
import { mostNamed, weighed, type Weighed } from './weighed.ts'
import type { Aim, LineStop, Named, WeighedLink, Why } from './why.ts'

/** The answer to *why is this here?*, from all that was read. Pure: the same material, the same answer. */
export const whyOf = (
  declared: Declared,
  material: Material,
  words: Words,
  most: number = Infinity,
): Why => tellWhy(declared, material, weighed(declared, material, most), words)

/**
 * The same from what was weighed. Of the material only those rows are asked for that are told: see
 * `toldOf`.
 */
export function tellWhy(declared: Declared, material: Material, line: Weighed, words: Words): Why {
  const stops = stopsOf(declared, material, 'up', words)
  const subject = must(stops.get(material.subject), 'subject')
  const { told } = line
  const weigh = weigher(declared, material, stops, words)
  const { supporting, contradicting, newest, oldest } = told
  return {
    of: nameOf(subject),
    asOf: material.now,
    subject,
    says: evidenceSays(told, line.merged, words),
    stations: line.stations.map(({ station, count, shown }) => ({
      station,
      count,
      rows: shown.flatMap((id) => stops.get(id) ?? []),
    })),
    against: contradicting.flatMap((id) => stops.get(id) ?? []),
    aims: aimsOf(declared, material, stops),
    counts: {
      supporting: supporting.length,
      contradicting: contradicting.length,
      sources: told.sources,
      sourcesAgainst: told.sourcesAgainst,
      companies: told.companies,
    },
    newest,
    oldest,
    links: told.links.map(weigh),
    weakest: told.weakest === null ? null : weigh(told.weakest),
    thin: told.thin.map((code) => ({
      code,
      says: words.told(thinOf(code, material.hidden)),
    })),
    hidden: hiddenSays(material.hidden, words),
    cut: material.cut,
  }
}

/** The aims on the line, nearest first, each with what measures it; a measure is shown with its aim. */
function aimsOf(declared: Declared, material: Material, stops: Stops): readonly Aim[] {
  const aims = [...material.rows, ...material.measures].filter(
    ({ record, row }) =>
      declared.record(record).station === undefined && row.id !== material.subject,
  )
  const home = new Map(aims.map((found) => [found.row.id, homeField(declared, found)] as const))
  const ids = new Set(aims.map(({ row }) => row.id))
  return aims
    .filter(({ row }) => !ids.has(home.get(row.id) ?? ''))
    .toSorted(inOrder)
    .flatMap((found): Aim[] => {
      const stop = stops.get(found.row.id)
      if (stop === undefined) return []
      const parent = stops.get(String(found.row['parentId']))
      const measures = aims.filter(({ row }) => home.get(row.id) === found.row.id).toSorted(inOrder)
      return [
        {
          ...stop,
          partOf: parent === undefined ? null : nameOf(parent),
          measures: measures.flatMap(({ row }) => stops.get(row.id) ?? []),
        },
      ]
    })
}

/** The row that an aim measures, if it measures one: where its home is. */
function homeField(declared: Declared, { record, row }: Found): string | null {
  const field = Object.entries(declared.record(record).fields).find(
    ([, one]) => one.kind === 'ref' && one.home === true,
  )
  return field === undefined ? null : textOf(row[field[0]])
}

function weigher(
  declared: Declared,
  material: Material,
  stops: Stops,
  words: Words,
): (link: LinkStrength) => WeighedLink {
  const records = new Map(material.rows.map(({ record, row }) => [row.id, record] as const))
  return (link) => {
    const above = link.above.slice(0, mostNamed).flatMap((id) => stops.name(id) ?? [])
    const below = must(stops.name(link.below), 'lower end')
    const ends = { above: link.aboveRecord, below: must(records.get(link.below), 'record') }
    const reads = tieWords(declared, link.relation, ends, 'above', words)
    const { kind: _, ...told } = link
    const many = words.label(declared.record(link.aboveRecord).says.many, link.aboveRecord)
    return {
      ...told,
      above,
      aboveCount: link.above.length,
      below,
      says: linkSays(link, above, below, { reads, many, words }),
    }
  }
}

/** Where something on the line is hidden, what is missing may be there. */
const thinOf = (code: ThinCode, hidden: number): Sentence =>
  (hidden > 0 ? thinBesideHidden[code] : undefined) ?? thinSays[code]

const thinBesideHidden: Partial<Readonly<Record<ThinCode, Sentence>>> = {
  'no-evidence': sentence('Nothing that you may see stands behind it.'),
  'no-need': sentence('No need that you may see is framed behind it.'),
  'no-objective': sentence('It advances no objective that you may see.'),
}

const nameOf = ({ id, record, ref, title }: LineStop): Named => ({ id, record, ref, title })
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
