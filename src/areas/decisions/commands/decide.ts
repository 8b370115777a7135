import { command, type Command, type Scene } from '../../../engine/command.ts'
import { ref, text } from '../../../engine/field.ts'
import { invalid } from '../../../engine/problem.ts'
import { scopeOf } from '../../people/index.ts'
import { decision } from '../records/decision.ts'
import { refuseAhead } from '../rules/not-ahead.ts'
import { choose } from './choose.ts'
import { importDecision } from './import-decision.ts'
import { openDecision } from './open-decision.ts'
import { takenInOneGo } from './pinning.ts'
import { settledBy, settles, whoDecided } from './settling.ts'

const { question, sentence, reasons, decidedById, decidedAt, reviewOn } = decision.fields

/**
 * Deciding by one verb. A sentence on something is a decision in one go, seen by whoever sees the thing it
 * settles. With `open` it puts a question instead, with `choose` it decides one that is open, and with
 * `from` it brings one in from Markdown.
 */
export const decide = command({
  name: 'decide',
  says: 'Record a decision',
  on: 'decision',
  input: {
    id: ref({ label: 'Id', to: 'decision', help: 'UUID version 7, made by the client' }),
    on: text({ label: 'On', max: 64, help: 'The ref of what it settles, such as IDEA-7' }),
    sentence,
    decidedById,
    decidedAt,
    open: { ...question, label: 'Open', help: 'A question that is to be decided' },
    choose: ref({ label: 'Choose', to: 'decision', help: 'An open decision that is decided' }),
    option: ref({ label: 'Option', to: 'option', help: 'The one that is chosen' }),
    reasons,
    reviewOn,
    from: text({
      label: 'From',
      max: 500_000,
      lines: 'many',
      form: 'markdown',
      help: 'A decision record in Markdown, such as MADR',
    }),
  },
  may: 'editor',
  decide: async ({ open, choose: named, from, ...given }, scene) => {
    const { id, on, sentence: said, reasons: why, reviewOn: day } = given
    const ways = [open, named, from].filter((one) => (one ?? '') !== '')
    if (ways.length > 1)
      throw invalid('Open a question, choose, or bring one in: one at a time.', [
        { at: 'open', says: 'Give one of open, choose and from.' },
      ])
    if ((given.option ?? null) !== null && typeof named !== 'string')
      throw invalid('An option is chosen of an open decision.', [
        { at: 'option', says: 'Give it together with choose.' },
      ])
    const where = typeof on === 'string' && on !== '' ? { on: [on] } : {}
    const own = id === undefined || id === null ? {} : { id }
    if ((open ?? '') !== '') return by(openDecision, { ...own, question: open, ...where }, scene)
    if ((from ?? '') !== '') return by(importDecision, { ...own, text: from, ...where }, scene)
    if (typeof named === 'string')
      return by(
        choose,
        { decision: named, sentence: said, option: given.option, reasons: why, reviewOn: day },
        scene,
      )
    return inOneGo(given, scene)
  },
})

const by = (other: Command, input: Readonly<Record<string, unknown>>, scene: Scene) =>
  other.decide(input as never, scene)

interface Given {
  readonly id?: string | null | undefined
  readonly on?: string | null | undefined
  readonly sentence?: string | null | undefined
  readonly reasons?: string | null | undefined
  readonly reviewOn?: string | null | undefined
  readonly decidedById?: string | null | undefined
  readonly decidedAt?: string | null | undefined
}

async function inOneGo(given: Given, scene: Scene) {
  const missing = (['on', 'sentence'] as const).filter((name) => (given[name] ?? '').trim() === '')
  if (missing.length > 0)
    throw invalid(
      'A decision says what is decided, and on what.',
      missing.map((at) => ({ at, says: 'This must be given.' })),
    )
  refuseAhead(given.decidedAt, scene.now)
  const found = await settledBy(String(given.on), scene)
  const made = given.id ?? scene.newId()
  const row = {
    ...scopeOf(found.row),
    sentence: given.sentence,
    reasons: given.reasons ?? null,
    reviewOn: given.reviewOn ?? null,
    door: decision.fields.door.default,
    kind: decision.fields.kind.default,
    state: decision.fields.state.default,
    decidedById: await whoDecided(given.decidedById, scene),
    decidedAt: given.decidedAt ?? scene.now,
  }
  const link = settles(made, found, scene)
  return {
    changes: [await takenInOneGo(made, row, [link], scene), link],
    result: { id: made },
  }
}
