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
import { criterionIn } from '../rules/models/model.ts'
import { saidAnew } from './mine-said.ts'

const { low, likely, high, words, abstains } = rating.fields

/**
 * Rates an idea, or an option of a decision, by one criterion; said again, it replaces what one said before. Who does
 * not want to say abstains.
 */
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
    abstains,
  },
  may: 'contributor',
  decide: async ({ criterion: by, idea: ofIdea, option: ofOption, ...said }, scene) => {
    const rule = await present(criterion, by, scene)
    mayRate(rule, scene)
    const isAbstaining = said.abstains === true
    if (!isAbstaining) onScale(rule, said)
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
        low: isAbstaining ? null : (said.low ?? null),
        likely: isAbstaining ? null : (said.likely ?? null),
        high: isAbstaining ? null : (said.high ?? null),
        words: said.words ?? null,
        abstains: isAbstaining,
        ...veil,
        // Said again once a round is shown, it stands where it stood in it.
        roundId: veil.roundId ?? mine?.['roundId'] ?? null,
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

/** A value lies on the scale of its criterion. */
function onScale(rule: Row, given: Readonly<Record<string, unknown>>): void {
  const { least, most } = criterionIn(rule)
  const places = ['low', 'likely', 'high'].flatMap((at) => {
    const value = given[at]
    return typeof value === 'number' && (value < (least ?? value) || value > (most ?? value))
      ? [
          {
            at,
            says:
              least !== null && most !== null
                ? sentence('From {least} to {most}.', { least: String(least), most: String(most) })
                : least !== null
                  ? sentence('At least {least}.', { least: String(least) })
                  : sentence('At most {most}.', { most: String(most) }),
          },
        ]
      : []
  })
  if (places.length > 0)
    throw invalid(sentence('That is not on the scale of {ref}.', { ref: rule.ref }), places)
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
