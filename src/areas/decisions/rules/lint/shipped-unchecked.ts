import type { Row } from '../../../../engine/record.ts'
import { countedSentence, sentence } from '../../../../engine/words.ts'
import { reviewedSince, reviewRemedy } from './decision-past-review.ts'
import { decisionsOn, sayItAnew } from './item-on-reversed.ts'
import { daysBetween, type Told } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** So many days after it was done somebody should have looked at what came of it. */
const afterDays = 30

/** And so many days later nobody will any more: what was never checked is history, not work. */
const untilDays = 365

/** Of the line's stations, the one where we learn whether it worked. */
const learned = 1 << 7

/**
 * What was built, and a month later nobody has looked at whether it worked: no outcome, no review of the decision
 * behind it, no prediction about it resolved, no decision taken on it since.
 */
export const shippedUnchecked = toldRule({
  name: 'shipped-unchecked',
  severity: 'warning',
  says: sentence('Shipped, and not looked at since'),
  because: sentence('Whether it worked is the only thing that building it could teach us.'),
  find: (material) =>
    material.all('roadmap-item').flatMap((row) => {
      if (row['status'] !== 'done' || (row.stations & learned) !== 0) return []
      const done = doneOn(row, material.today)
      const days = daysBetween(done, material.today)
      if (days < afterDays || days > untilDays || isChecked(material, row, done)) return []
      const [decision] = decisionsOn(material, row)
      return [
        {
          on: onRow('roadmap-item', row),
          says: countedSentence(
            days,
            'It was done # day ago, and nobody has looked at what came of it.',
            'It was done # days ago, and nobody has looked at what came of it.',
          ),
          remedy: decision === undefined ? sayItAnew(row) : reviewRemedy(decision),
          whoseIds: whoseIs(row),
        },
      ]
    }),
})

/** The end of its dates where that is past; otherwise when it last changed, which is no earlier than when it was done. */
function doneOn(item: Row, today: string): string {
  const { to } = (item['dates'] ?? {}) as { readonly to?: string | null }
  return typeof to === 'string' && to <= today ? to : item.updatedAt.slice(0, 10)
}

function isChecked(material: Told, item: Row, done: string): boolean {
  const decisions = decisionsOn(material, item)
  const since = (row: Row, field: string): boolean =>
    String(row[field] ?? row.createdAt).slice(0, 10) >= done
  if (decisions.some((one) => reviewedSince(material, one, done) || since(one, 'decidedAt')))
    return true
  const about = [
    ...material.forth(item.id, 'delivers').flatMap((id) => material.of('prediction', 'ideaId', id)),
    ...decisions.flatMap(({ id }) => material.of('prediction', 'decisionId', id)),
  ]
  return about.some((one) => one['state'] === 'resolved' && since(one, 'resolvedAt'))
}
