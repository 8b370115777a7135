import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { view } from '../../../engine/view.ts'
import { round } from '../records/round.ts'
import { scoringModel } from '../records/scoring-model.ts'
import { cellsSaid, disagreementSaid } from '../rules/models/disagreement.ts'
import { leftToRate } from '../rules/models/left-to-rate.ts'
import { modelOf } from './model-standing.ts'

export interface RoundStanding {
  readonly of: { readonly id: string; readonly ref: string; readonly title: string }
  readonly state: string
  /** How many have handed in, of how many; who says what nobody is told before it is shown. */
  readonly answered: number
  readonly asked: number
  /** What whoever asks has not rated yet. */
  readonly left: readonly { readonly idea: string; readonly criterion: string }[]
  /** Once it is shown: what all gave, the largest disagreements first. */
  readonly cells: readonly {
    readonly idea: string
    readonly title: string
    readonly criterion: string
    readonly answers: number
    readonly mean: number | null
    readonly least: number | null
    readonly most: number | null
    /** From the least to the most, as a share of the scale. */
    readonly spread: number
    readonly says: string
  }[]
}

export const roundStanding = view({
  name: 'round-standing',
  says: 'How far a blind round is, and once it is shown, where its answers differ',
  input: { round: ref({ label: 'Blind round', to: 'round', required: true }) },
  may: 'viewer',
  reads: ['round', 'scoring-model', 'criterion', 'rating', 'idea'],
  answer: async ({ round: which }, scene): Promise<RoundStanding> => {
    const { reader, actor, words } = scene
    const row = await present(round, which, scene)
    const idsIn = (name: string): readonly string[] =>
      Array.isArray(row[name]) ? (row[name] as readonly string[]) : []
    const told = {
      of: { id: row.id, ref: row.ref, title: String(row['title']) },
      state: String(row['state']),
      answered: idsIn('answeredIds').length,
      asked: idsIn('raterIds').length,
    }
    if (typeof row['modelId'] !== 'string') return { ...told, left: [], cells: [] }
    const { criteria } = await modelOf(await present(scoringModel, row['modelId'], scene), scene)
    const ideas = await reader.many('idea', idsIn('ideaIds'))
    const ratings = await reader.by('rating', 'roundId', [row.id])
    const isAsked = idsIn('raterIds').includes(actor.id) && !idsIn('answeredIds').includes(actor.id)
    const left =
      isAsked && row['state'] === 'open'
        ? leftToRate({ criteria, ideas, ratings, raterId: actor.id })
        : []
    const byId = new Map(ideas.map((one) => [one.id, one] as const))
    const rated = criteria.filter(({ source }) => source === 'ratings')
    return {
      ...told,
      left: left.map(({ idea, criterion }) => ({ idea: idea.ref, criterion: criterion.title })),
      cells:
        row['state'] === 'shown'
          ? cellsSaid(
              ideas.map(({ id }) => id),
              rated,
              ratings,
            ).flatMap((cell) => {
              const idea = byId.get(cell.ideaId)
              const criterion = rated.find(({ id }) => id === cell.criterionId)
              if (idea === undefined || criterion === undefined) return []
              const says = disagreementSaid(cell, criterion)
              return [
                {
                  idea: idea.ref,
                  title: String(idea['title']),
                  criterion: criterion.title,
                  answers: cell.ratings.length,
                  mean: cell.mean,
                  least: cell.least,
                  most: cell.most,
                  spread: cell.spread,
                  says: says === null ? '' : words.told(says),
                },
              ]
            })
          : [],
    }
  },
})
