import type { Row } from '../../../../engine/record.ts'
import { countedSentence, sentence } from '../../../../engine/words.ts'
import { isOpenIdea, type Told } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** From this strength on evidence is called strong: three fresh independent sources and none against come to 0.75. */
export const strongFrom = 0.7

/**
 * A row of needs × objectives that is empty although many people said it: no idea that addresses the need advances
 * an objective. Either something is missing in the strategy, or somebody should say no.
 */
export const needWithoutObjective = toldRule({
  name: 'need-without-objective',
  severity: 'warning',
  says: sentence('Needs that no objective touches'),
  because: sentence('Many people said it, and nothing we aim for would change it.'),
  find: (material) =>
    material.all('need').flatMap((row) => {
      const behind = material.behind(row.id)
      if ((behind?.strength ?? 0) < strongFrom || isTouched(material, row)) return []
      const [idea] = ideasFor(material, row)
      return [
        {
          on: onRow('need', row),
          says:
            idea === undefined
              ? countedSentence(
                  behind?.sources ?? 0,
                  '# source supports it, and no idea addresses it.',
                  '# sources support it, and no idea addresses it.',
                )
              : countedSentence(
                  behind?.sources ?? 0,
                  '# source supports it, and no idea for it advances an objective.',
                  '# sources support it, and no idea for it advances an objective.',
                ),
          remedy:
            idea === undefined
              ? {
                  says: sentence('Link an idea'),
                  command: 'link',
                  input: { to: row.ref, relation: 'addresses' },
                  asks: [{ field: 'from', record: 'idea' }],
                }
              : {
                  says: sentence('Link an objective'),
                  command: 'link',
                  input: { from: idea.ref, relation: 'advances' },
                  asks: [{ field: 'to', record: 'objective' }],
                },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

const ideasFor = ({ back, row: rowOf }: Told, need: Row): readonly Row[] =>
  back(need.id, 'addresses')
    .flatMap((id) => rowOf('idea', id) ?? [])
    .filter(isOpenIdea)

/** A need is touched itself, or in a part of it. */
function isTouched(material: Told, need: Row): boolean {
  const seen = new Set([need.id])
  for (const id of seen) {
    const row = material.row('need', id)
    if (row === undefined) continue
    if (ideasFor(material, row).some((idea) => material.forth(idea.id, 'advances').length > 0))
      return true
    for (const part of material.of('need', 'parentId', id)) seen.add(part.id)
  }
  return false
}
