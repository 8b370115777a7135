import { countedSentence, sentence } from '../../../../engine/words.ts'
import { daysBetween } from './material.ts'
import { toldRule } from './rule.ts'
import { onRow, whoseIs } from './shape.ts'

/** A metric that is to be read every so many days, and was not read for longer than that. */
export const silentMetric = toldRule({
  name: 'silent-metric',
  severity: 'note',
  says: sentence('Metrics that are silent'),
  because: sentence('What watches it waits for a value that does not come.'),
  find: ({ all, lastRead, today }) =>
    all('metric').flatMap((row) => {
      const every = row['everyDays']
      if (typeof every !== 'number') return []
      const last = lastRead(row.id)
      const days = daysBetween(last ?? row.createdAt.slice(0, 10), today)
      if (days <= every) return []
      return [
        {
          on: onRow('metric', row),
          says:
            last === undefined
              ? countedSentence(
                  every,
                  'It is to be read every day, and was never read.',
                  'It is to be read every # days, and was never read.',
                )
              : countedSentence(
                  every,
                  'It is to be read every day, and was last read on {day}.',
                  'It is to be read every # days, and was last read on {day}.',
                  { day: last },
                ),
          remedy: {
            says: sentence('Add a reading'),
            command: 'create-reading',
            input: { metricId: row.ref },
            asks: [{ field: 'on' }, { field: 'value' }, { field: 'note' }],
          },
          whoseIds: whoseIs(row),
        },
      ]
    }),
})
