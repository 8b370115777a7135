import { command, type Scene } from '../../../engine/command.ts'
import { present } from '../../../engine/crud.ts'
import { ref } from '../../../engine/field.ts'
import { denied, invalid } from '../../../engine/problem.ts'
import type { Row } from '../../../engine/record.ts'
import { sentence } from '../../../engine/words.ts'
import { criterion } from '../records/criterion.ts'
import { idea } from '../records/idea.ts'
import { option } from '../records/option.ts'
import { rating } from '../records/rating.ts'
import { veilOf } from '../rules/blind.ts'
import { saidAnew } from './mine-said.ts'

const { low, likely, high, words } = rating.fields

/** Rates an idea, or an option of a decision, by one criterion; said again, it replaces what one said before. */
export const rate = command({
  name: 'rate',
  says: 'Rate by a criterion',
  on: 'rating',
  input: {
    criterion: ref({ label: 'Criterion', to: 'criterion', required: true }),
    idea: ref({ label: 'Idea', to: 'idea', help: 'Of a scoring model' }),
    option: ref({ label: 'Option', to: 'option', help: 'Of a decision' }),
    low,
    likely,
    high,
    words,
  },
  may: 'contributor',
  decide: async ({ criterion: by, idea: ofIdea, option: ofOption, ...said }, scene) => {
    const rule = await present(criterion, by, scene)
    mayRate(rule, scene)
    const subject = await subjectOf(rule, { ofIdea, ofOption }, scene)
    const rounds =
      subject.ideaId === null
        ? await scene.reader.by('round', 'decisionId', [String(rule['decisionId'])])
        : (await scene.reader.by('round', 'modelId', [String(rule['modelId'])])).filter((one) =>
            (one['ideaIds'] as readonly string[]).includes(String(subject.ideaId)),
          )
    const veil = veilOf(rounds, scene)
    const field = subject.ideaId === null ? 'optionId' : 'ideaId'
    const all = await scene.reader.by(rating.name, field, [String(subject[field])])
    const mine = all.find(
      (one) => one['raterId'] === scene.actor.id && one['criterionId'] === rule.id,
    )
    const { id, change } = saidAnew(
      rating.name,
      mine,
      {
        criterionId: rule.id,
        ...subject,
        low: said.low ?? null,
        likely: said.likely ?? null,
        high: said.high ?? null,
        words: said.words ?? null,
        ...veil,
        raterId: scene.actor.id,
      },
      scene,
    )
    return { changes: [change], result: { id } }
  },
})

function mayRate(rule: Row, { actor }: Scene): void {
  const raters = rule['raterIds']
  if (Array.isArray(raters) && raters.length > 0 && !raters.includes(actor.id))
    throw denied(sentence('{ref} is rated by others.', { ref: rule.ref }))
}

interface Subject {
  readonly ideaId: string | null
  readonly optionId: string | null
  readonly decisionId: string | null
}

/** What is rated belongs to what the criterion is one of. */
async function subjectOf(
  rule: Row,
  {
    ofIdea,
    ofOption,
  }: {
    readonly ofIdea?: string | null | undefined
    readonly ofOption?: string | null | undefined
  },
  scene: Scene,
): Promise<Subject> {
  if (typeof rule['modelId'] === 'string' && typeof ofIdea === 'string') {
    const { id } = await present(idea, ofIdea, scene)
    return { ideaId: id, optionId: null, decisionId: null }
  }
  if (typeof rule['decisionId'] === 'string' && typeof ofOption === 'string') {
    const { id, decisionId } = await present(option, ofOption, scene)
    if (decisionId === rule['decisionId'])
      return { ideaId: null, optionId: id, decisionId: rule['decisionId'] }
  }
  throw invalid('Say what is rated.', [
    {
      at: typeof rule['modelId'] === 'string' ? 'idea' : 'option',
      says: 'An idea by a criterion of a scoring model, an option by one of its decision.',
    },
  ])
}
