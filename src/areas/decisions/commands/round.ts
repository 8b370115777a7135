import type { Change } from '../../../engine/change.ts'
import { command, type Scene } from '../../../engine/command.ts'
import { present, settle } from '../../../engine/crud.ts'
import { flag, ref } from '../../../engine/field.ts'
import { denied, invalid, type Place } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { countedSentence, sentence, type Sentence } from '../../../engine/words.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { prediction } from '../records/prediction.ts'
import { round } from '../records/round.ts'
import { scoringModel } from '../records/scoring-model.ts'
import { answered, isAsked } from '../rules/blind.ts'
import { criterionIn } from '../rules/models/model.ts'
import { leftToRate } from '../rules/models/left-to-rate.ts'

const { title, decisionId, modelId, predictionId, ideaIds, raterIds, dueOn } = round.fields
const named = { round: ref({ label: 'Blind round', to: 'round', required: true }) }

/** Asks several people about one thing; what each says stays theirs until all are in. */
export const openRound = command({
  name: 'open-round',
  says: 'Ask several people blind',
  on: 'round',
  input: {
    id: ref({ label: 'Id', to: 'round', help: 'UUID version 7, made by the client' }),
    title,
    decisionId,
    modelId,
    predictionId,
    ideaIds,
    raterIds,
    dueOn,
  },
  may: 'editor',
  promises: ['adds'],
  decide: async ({ id, ...asked }, scene) => {
    const about = await aboutOf(asked, scene)
    const settled = await settle(round, { ...asked, ideaIds: asked.ideaIds ?? [] }, scene)
    const raters = settled['raterIds'] as readonly string[]
    const places = [
      ...(raters.length === 0 ? [{ at: 'raterIds', says: 'Name one person at least.' }] : []),
      ...(await cannotAnswer(raters, scene)),
      ...(asked.dueOn !== null && asked.dueOn !== undefined && asked.dueOn < scene.now.slice(0, 10)
        ? [{ at: 'dueOn', says: 'A day from today on, or none.' }]
        : []),
    ]
    if (places.length > 0) throw invalid('This round would wait in vain.', places)
    const row = {
      ...scopeOf(about),
      ...settled,
      answeredIds: [],
      abstainedIds: [],
      state: 'open',
    }
    const made = id ?? scene.newId()
    return {
      changes: [{ op: 'create', record: round.name, id: made, row }],
      result: { id: made },
    }
  },
})

/** Whoever is asked and could never answer: a round is complete once all of them are in. */
async function cannotAnswer(ids: readonly string[], { reader }: Scene): Promise<readonly Place[]> {
  return (await reader.many('member', ids)).flatMap((row): readonly Place[] => {
    const name = String(row['name'])
    if ((row['suspendedAt'] ?? null) !== null)
      return [
        {
          at: 'raterIds',
          says: sentence('{name} is suspended. Reinstate them first, or leave them out.', { name }),
        },
      ]
    if (row['role'] !== 'viewer') return []
    return [
      {
        at: 'raterIds',
        says: sentence('{name} may only look. Make them a contributor first, or leave them out.', {
          name,
        }),
      },
    ]
  })
}

/**
 * That one has said all one has to say in a round of ratings. What is missing is named, unless one abstains from the
 * rest of it.
 */
export const handIn = command({
  name: 'hand-in',
  says: 'Hand in one’s ratings',
  on: 'round',
  input: {
    ...named,
    abstain: flag({
      label: 'Abstain from the rest',
      help: 'Hands in without an answer to what is not rated yet',
    }),
  },
  may: 'contributor',
  only: { by: 'person', says: 'A blind round asks people: an API key hands nothing in.' },
  promises: ['settles'],
  decide: async ({ round: which, abstain }, scene) => {
    const { id } = scene.actor
    const row = await present(round, which, scene)
    if (!isAsked(row, id)) throw denied(sentence('{ref} does not ask you.', { ref: row.ref }))
    if (row['state'] !== 'open') return { changes: [] }
    const missing = await missingIn(row, id, scene)
    if (missing.length > 0 && abstain !== true) throw invalid(stillMissing(missing.length), missing)
    return { changes: answered(row, id, missing.length > 0 ? 'abstains' : 'has said all') }
  },
})

const stillMissing = (count: number): Sentence =>
  countedSentence(
    count,
    'One rating is missing. Give it, or abstain from it.',
    '# ratings are missing. Give them, or abstain from the rest.',
  )

/** What somebody has not rated yet in a round of ideas: each by its idea and criterion, at most twenty of them. */
async function missingIn(row: Row, id: string, scene: Scene): Promise<readonly Place[]> {
  if (typeof row['modelId'] !== 'string') return []
  const { reader } = scene
  const [criteria, ideas, mine] = await Promise.all([
    reader.by('criterion', 'modelId', [row['modelId']]),
    reader.many('idea', (row['ideaIds'] ?? []) as readonly string[]),
    reader.by('rating', 'roundId', [row.id]),
  ])
  return leftToRate({ criteria: criteria.map(criterionIn), ideas, ratings: mine, raterId: id })
    .slice(0, mostNamed)
    .map(({ idea: of, criterion: by }) => ({
      at: of.ref,
      says: sentence('{criterion} of “{title}” is not rated.', {
        criterion: by.title,
        title: String(of['title']),
      }),
    }))
}

const mostNamed = 20

/** Ends a round though not everybody has answered: whoever opened it, or an admin. */
export const closeRound = command({
  name: 'close-round',
  says: 'Close a blind round',
  on: 'round',
  input: named,
  may: 'editor',
  promises: ['settles'],
  decide: async ({ round: which }, scene) => {
    const row = await present(round, which, scene)
    const { actor } = scene
    if (row.createdById !== actor.id && actor.role !== 'admin' && actor.role !== 'owner')
      throw denied(
        sentence('{ref} is closed by whoever opened it, or by an admin.', { ref: row.ref }),
      )
    const isOpen = row['state'] === 'open'
    const patch = { state: 'complete' }
    return { changes: isOpen ? [{ op: 'update', record: round.name, id: row.id, patch }] : [] }
  },
})

/** Shows every answer of the rounds in which all are in. The instance does it: nobody else sees them all before. */
export const showRounds = command({
  name: 'show-rounds',
  says: 'Show the answers of rounds that are complete',
  on: 'round',
  input: {},
  may: 'owner',
  only: { by: 'instance', says: 'Rounds are shown by the instance itself.' },
  promises: ['settles'],
  runs: { after: ['round'] },
  decide: async (_, scene) => {
    const complete = await scene.reader.by(round.name, 'state', ['complete'])
    const changes: Change[] = []
    for (const one of complete) {
      for (const record of ['rating', 'position', 'odds'])
        for (const row of await scene.reader.by(record, 'roundId', [one.id]))
          if (row['isShown'] === false)
            changes.push({ op: 'update', record, id: row.id, patch: { isShown: true } })
      const patch = { state: 'shown', shownAt: scene.now }
      changes.push({ op: 'update', record: round.name, id: one.id, patch })
    }
    return { changes }
  },
})

/** The one thing that a round is about, which also says who sees the round. */
async function aboutOf(
  {
    decisionId: onDecision,
    modelId: onModel,
    predictionId: onPrediction,
    ideaIds: ofIdeas,
  }: {
    readonly decisionId?: string | null | undefined
    readonly modelId?: string | null | undefined
    readonly predictionId?: string | null | undefined
    readonly ideaIds?: readonly string[] | null | undefined
  },
  scene: Scene,
): Promise<Row> {
  const about: Row[] = []
  if (typeof onDecision === 'string') about.push(await present(decision, onDecision, scene))
  if (typeof onModel === 'string') about.push(await present(scoringModel, onModel, scene))
  if (typeof onPrediction === 'string') about.push(await present(prediction, onPrediction, scene))
  const [only] = about
  if (only === undefined || about.length > 1)
    throw invalid('A blind round is about one thing.', [
      { at: 'decisionId', says: 'Give a decision, a prediction, or a scoring model with ideas.' },
    ])
  if (typeof onModel === 'string' && (ofIdeas ?? []).length === 0)
    throw invalid('A round of ratings names the ideas that are rated.', [
      { at: 'ideaIds', says: 'Give at least one idea.' },
    ])
  return only
}
