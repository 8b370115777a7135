import type { Reader } from '../../../engine/ports.ts'
import type { Row } from '../../../engine/record.ts'
import { dayIn } from '../rules/days.ts'
import {
  ofAsks,
  ofExperiment,
  ofInsights,
  ofMetric,
  ofPrediction,
  type Ask,
} from '../rules/sights.ts'
import { momentOf, numberIn, standingOf, textIn, watchOf } from '../rules/watch-of.ts'
import type { Sight, Standing, Watch } from '../rules/watch.ts'

/** Everything that is asked of one tripwire: its condition, how it stands, what it sees, and on which day. */
export interface Watched {
  readonly watch: Watch
  readonly standing: Standing
  readonly sight: Sight
  readonly day: string
  /** The moment that counts: now, or later where the clock was put back. */
  readonly at: string
  /** The unit of its values. */
  readonly unit: string
}

/** The workspace as far as days and money go. */
export interface House {
  readonly zone: string
  readonly currency: string
}

export async function houseOf(reader: Reader): Promise<House> {
  const { data } = await reader.list('workspace', { limit: 1 })
  return {
    zone: textIn(data[0]?.['zone']) ?? 'UTC',
    currency: textIn(data[0]?.['baseCurrency']) ?? 'EUR',
  }
}

/** Reads what a tripwire watches, as far as the reader sees it. */
export async function watchedBy(
  wire: Row,
  decision: Row,
  { reader, now, house }: { readonly reader: Reader; readonly now: string; readonly house: House },
): Promise<Watched> {
  const at = momentOf(wire, now)
  const day = dayIn(house.zone, at)
  const metric = await oneOf(reader, 'metric', wire['metricId'])
  const everyDays = numberIn(metric?.['everyDays'])
  const watch = watchOf(wire, decision, { zone: house.zone, everyDays })
  // A count is taken as of the end of its day, however late it is looked at.
  const until =
    watch.by !== null && watch.by < day
      ? { at: `${watch.by}T23:59:59.999Z`, today: watch.by }
      : { at, today: day }
  return {
    watch,
    standing: standingOf(wire, house.zone),
    sight: await sightOf(wire, { ...until, day, currency: house.currency }, reader),
    day,
    at,
    unit: unitOf(wire, metric, house.currency),
  }
}

async function sightOf(
  wire: Row,
  when: {
    readonly at: string
    readonly today: string
    readonly day: string
    readonly currency: string
  },
  reader: Reader,
): Promise<Sight> {
  switch (wire['watches']) {
    case 'day':
      return { is: 'day' }
    case 'metric': {
      const metricId = textIn(wire['metricId'])
      return ofMetric(metricId === null ? [] : await reader.by('reading', 'metricId', [metricId]))
    }
    case 'experiment':
      return ofExperiment(wire, await oneOf(reader, 'experiment', wire['experimentId']), when.day)
    case 'prediction': {
      const prediction = await oneOf(reader, 'prediction', wire['predictionId'])
      const odds =
        prediction === undefined ? [] : await reader.by('odds', 'predictionId', [prediction.id])
      return ofPrediction(wire, prediction, odds, when.day)
    }
    case 'insights': {
      const needId = textIn(wire['needId'])
      const ties = needId === null ? [] : await reader.links([needId])
      return ofInsights(
        wire,
        ties.filter(
          (tie) =>
            tie['toId'] === needId &&
            tie['relation'] === 'supports' &&
            tie['fromKind'] === 'insight',
        ),
        when,
      )
    }
    default:
      return ofAsks(wire, await asksFor(textIn(wire['ideaId']), reader), when)
  }
}

/** What was said that asks for an idea, each with the company that it came from. */
export async function asksFor(ideaId: string | null, reader: Reader): Promise<readonly Ask[]> {
  if (ideaId === null) return []
  const ties = (await reader.links([ideaId])).filter(
    (tie) => tie['toId'] === ideaId && tie['relation'] === 'asks-for',
  )
  const said = await reader.many('feedback', [...new Set(ties.map((tie) => String(tie['fromId'])))])
  const ids = [...new Set(said.flatMap((row) => textIn(row['companyId']) ?? []))]
  const companies = new Map(
    (ids.length === 0 ? [] : await reader.many('company', ids)).map(
      (row) => [row.id, row] as const,
    ),
  )
  return said.map((feedback) => ({
    feedback,
    company: companies.get(String(feedback['companyId'])),
  }))
}

const oneOf = async (reader: Reader, record: string, id: unknown): Promise<Row | undefined> =>
  typeof id === 'string' ? (await reader.many(record, [id]))[0] : undefined

function unitOf(wire: Row, metric: Row | undefined, currency: string): string {
  switch (wire['watches']) {
    case 'metric':
      return textIn(metric?.['unit']) ?? ''
    case 'revenue':
      return currency
    case 'prediction':
      return '%'
    default:
      return ''
  }
}
