import { must } from '../../../engine/problem.ts'
import { sentence, type Sentence, type Words } from '../../../engine/words.ts'
import { evidenceOf, type Evidence, type Line } from './evidence.ts'
import {
  inOrder,
  saidAt,
  stopsOf,
  type Declared,
  type Found,
  type Material,
  type Stops,
} from './line-stops.ts'
import { evidenceSays, hiddenSays, linkSays, tieWords } from './line-words.ts'
import type { Said } from './sources.ts'
import type { LinkStrength } from './strength.ts'
import { thinSays, type ThinCode } from './thin.ts'
import type { Aim, LineStop, Named, Station, WeighedLink, Why } from './why.ts'

/**
 * The answer to *why is this here?*, from all that was read. Pure: the same material, the same answer.
 * All of it is counted and weighed; of what was heard, at most `most` rows are told in full.
 */
export function whyOf(
  declared: Declared,
  material: Material,
  words: Words,
  most: number = Infinity,
): Why {
  const stops = stopsOf(declared, material, 'up', words)
  const subject = must(stops.get(material.subject), 'subject')
  const line = lineOf(declared, material)
  const told = evidenceOf(line)
  const weigh = weigher(declared, material, stops, words)
  const { supporting, contradicting, newest, oldest } = told
  return {
    of: nameOf(subject),
    asOf: material.now,
    subject,
    says: evidenceSays(told, words),
    stations: stationsUp(declared, material, stops, told, most),
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

function lineOf(declared: Declared, material: Material): Line {
  const beside = new Set(
    declared.relations.filter((one) => one.line === 'beside').map((one) => one.relation),
  )
  return {
    subject: material.subject,
    order: declared.stations,
    rows: material.rows.map(({ record, row, depth }) => ({
      id: row.id,
      record,
      station: declared.record(record).station ?? null,
      depth,
    })),
    edges: material.edges.map((edge) =>
      beside.has(edge.relation) ? { ...edge, linkId: null } : edge,
    ),
    said: new Map(
      material.rows.flatMap(({ record, row }) =>
        record === 'feedback' ? [[row.id, saidOf(row, material)] as const] : [],
      ),
    ),
    now: material.now,
  }
}

function saidOf(row: Found['row'], material: Material): Said {
  const contactId = textOf(row['contactId'])
  const contact = contactId === null ? undefined : material.asides.get(contactId)?.row
  return {
    id: row.id,
    contactId,
    companyId: textOf(row['companyId']) ?? textOf(contact?.['companyId']),
    source: textOf(row['source']),
    originId: textOf(row['originId']),
    at: saidAt(row),
  }
}

function stationsUp(
  declared: Declared,
  material: Material,
  stops: Stops,
  told: Evidence,
  most: number,
): readonly Station[] {
  const own = declared.stations.indexOf(stops.get(material.subject)?.station ?? '')
  const shown = shownHeard(material, told)
  const order = new Map(told.supporting.map((id, index) => [id, index] as const))
  const place = ({ row }: Found): number => order.get(row.id) ?? material.rows.length
  return declared.stations
    .slice(0, own === -1 ? declared.stations.length : own + 1)
    .map((station, index) => {
      const here = material.rows
        .filter(
          (found) =>
            declared.record(found.record).station === station && (index > 0 || shown(found)),
        )
        .toSorted((left, right) => place(left) - place(right) || inOrder(left, right))
      const rows = index === 0 ? here.slice(0, most) : here
      return {
        station,
        count: here.length,
        rows: rows.flatMap(({ row }) => stops.get(row.id) ?? []),
      }
    })
}

/**
 * Of what was heard, the pieces that support are shown, and the duplicates merged into them; a feedback
 * that is quoted is shown with its quote, and what contradicts elsewhere.
 */
function shownHeard(material: Material, told: Evidence): (found: Found) => boolean {
  const pieces = new Set([...told.supporting, material.subject])
  const spoken = new Set(
    material.rows.flatMap(({ record, row }) =>
      pieces.has(row.id) ? [record === 'quote' ? String(row['feedbackId']) : row.id] : [],
    ),
  )
  return ({ row }) => pieces.has(row.id) || spoken.has(String(row['mergedIntoId']))
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

/** A link over hundreds of quotes names the first of them; all of them stand on their station. */
const mostNamed = 12

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

const thinOf = (code: ThinCode, hidden: number): Sentence =>
  code === 'no-evidence' && hidden > 0
    ? sentence('Nothing that you may see stands behind it.')
    : thinSays[code]

const nameOf = ({ id, record, ref, title }: LineStop): Named => ({ id, record, ref, title })
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
