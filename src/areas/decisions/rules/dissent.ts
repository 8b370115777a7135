import type { Row } from '../../../engine/record.ts'
import type { Dossier } from './dossier.ts'

/**
 * Whoever is against what was chosen: against it by name, against it without naming an option, or for
 * another option. While nothing is chosen nobody dissents yet but those who are against all of it.
 */
export const dissentsOf = ({
  decision,
  positions,
}: Pick<Dossier, 'decision' | 'positions'>): readonly Row[] =>
  positions.filter(({ stance, optionId }) => {
    const chosen = decision['chosenId'] ?? null
    const named = optionId ?? null
    if (stance === 'against') return named === null || named === chosen
    return stance === 'for' && named !== null && chosen !== null && named !== chosen
  })
