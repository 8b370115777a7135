import type { Row } from '../../../../engine/record.ts'
import { countedSentence, sentence } from '../../../../engine/words.ts'
import { linkNeed, quoteFor } from './item-without-evidence.ts'
import { isHeard, isOpenIdea, type Told } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs, type Remedy } from './shape.ts'

/**
 * An aim of the business that meets nobody's need: no idea advances it, or none of those that do addresses a need
 * with evidence. An objective that holds others is met where one of them is.
 */
export const objectiveWithoutNeed = toldRule({
  name: 'objective-without-need',
  severity: 'warning',
  says: sentence('Objectives that meet no need'),
  because: sentence('What the business wants comes true only where it is what somebody needs.'),
  find: (material) =>
    material.all('objective').flatMap((row) => {
      const ideas = ideasOf(material, row)
      if (ideas.some((idea) => meetsNeed(material, idea))) return []
      // that nothing was heard of its ideas is found by a rule of its own
      if (ideas.length > 0 && !ideas.some(isHeard)) return []
      if (ideas.length === 0 && isMetBelow(material, row)) return []
      return [
        {
          on: onRow('objective', row),
          says:
            ideas.length === 0
              ? sentence('No idea advances it.')
              : countedSentence(
                  ideas.length,
                  'The idea that advances it addresses no need with evidence.',
                  'None of # ideas that advance it addresses a need with evidence.',
                ),
          remedy: remedyOf(material, row, ideas),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

/** The ideas that stand for choice and advance an objective, itself or through one of its key results. */
export function ideasOf({ back, of, row: rowOf }: Told, objective: Row): readonly Row[] {
  const aims = [objective.id, ...of('key-result', 'objectiveId', objective.id).map(({ id }) => id)]
  const ids = new Set(aims.flatMap((id) => back(id, 'advances')))
  return [...ids].flatMap((id) => rowOf('idea', id) ?? []).filter(isOpenIdea)
}

export const needsOf = ({ forth, row: rowOf }: Told, idea: Row): readonly Row[] =>
  forth(idea.id, 'addresses').flatMap((id) => rowOf('need', id) ?? [])

const meetsNeed = (material: Told, idea: Row): boolean => needsOf(material, idea).some(isHeard)

/** Does anything advance an objective that is part of this one? Rings end where they began. */
function isMetBelow(material: Told, objective: Row): boolean {
  const seen = new Set([objective.id])
  for (const id of seen)
    for (const part of material.of('objective', 'parentId', id)) {
      if (ideasOf(material, part).some((idea) => meetsNeed(material, idea))) return true
      seen.add(part.id)
    }
  return false
}

function remedyOf(material: Told, objective: Row, ideas: readonly Row[]): Remedy {
  const [idea] = ideas
  if (idea === undefined)
    return {
      says: sentence('Link an idea'),
      command: 'link',
      input: { to: objective.ref, relation: 'advances' },
      asks: [{ field: 'from', record: 'idea' }],
    }
  const bare = ideas.flatMap((one) => needsOf(material, one))[0]
  return bare === undefined ? linkNeed(idea) : quoteFor(bare)
}
