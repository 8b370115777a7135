import type { Row } from '../../../../engine/record.ts'
import type { Criterion } from './model.ts'
import { ratersOf } from './model.ts'

export interface Left {
  readonly idea: Row
  readonly criterion: Criterion
}

/** What a person may rate and has neither rated nor abstained from, idea by idea. */
export function leftToRate({
  criteria,
  ideas,
  ratings,
  raterId,
}: {
  readonly criteria: readonly Criterion[]
  readonly ideas: readonly Row[]
  readonly ratings: readonly Row[]
  readonly raterId: string
}): readonly Left[] {
  const said = new Set(
    ratings
      .filter((row) => row['raterId'] === raterId && isSaid(row))
      .map((row) => `${String(row['ideaId'])} ${String(row['criterionId'])}`),
  )
  const own = ratedBy(criteria, raterId)
  return ideas.flatMap((idea) =>
    own
      .filter((criterion) => !said.has(`${idea.id} ${criterion.id}`))
      .map((criterion) => ({ idea, criterion })),
  )
}

/** The criteria that this person rates by. */
export const ratedBy = (criteria: readonly Criterion[], raterId: string): readonly Criterion[] =>
  criteria.filter((one) => one.source === 'ratings' && ratersOf(one, [raterId]).includes(raterId))

const isSaid = (row: Row): boolean =>
  typeof row['likely'] === 'number' || row['abstains'] === true || typeof row['words'] === 'string'
