import { figure } from '../../../web/derived/figure.ts'
import { counted, number, say } from '../../../web/words/say.ts'
import type { LedgerStretch } from '../../../web/kit/ledger-items.ts'
import type { Place } from '../rules/ranking-of.ts'

/** The title says what the order says. */
export const findingOf = (rows: readonly Place[]): string =>
  ledBy(
    rows.filter((row) => row.rank === 1),
    tiedFirst,
  )

/** The title says who leads, and whether anybody could tell. */
export const unsureFinding = (rows: readonly Place[]): string =>
  ledBy(
    rows.filter((row) => row.group === 1),
    together,
  )

function ledBy(first: readonly Place[], many: (count: number) => string): string {
  const [only] = first
  if (only === undefined) return say('No idea has a score yet')
  return first.length === 1 ? say('“{title}” leads', { title: only.title }) : many(first.length)
}

const tiedFirst = (count: number): string =>
  counted(count, '{many} idea is tied for first', '{many} ideas are tied for first', {
    many: spelled(count),
  })

const spelled = (count: number): string =>
  [say('Two'), say('Three'), say('Four'), say('Five')][count - 2] ?? number(count)

const together = (count: number): string =>
  counted(
    count,
    '{many} idea leads and cannot be told apart',
    '{many} ideas lead and cannot be told apart',
    { many: spelled(count) },
  )

/** How often, in a hundred, others would have room. */
export const unsureStandOf = (top: number, changes: number): string =>
  changes === 0
    ? counted(
        top,
        'There is room for one, and it is sure which.',
        'There is room for #, and it is sure which.',
      )
    : counted(
        top,
        'There is room for one. In {share} of 100 cases it would be another.',
        'There is room for #. In {share} of 100 cases they would be others.',
        { share: Math.max(1, Math.round(changes * 100)) },
      )

/**
 * Where ideas stand outside of their own ranks, why: the order is by the mean of the draws, which a few scores far
 * off move, and in how many draws one idea is ahead of another they hardly do. Null where none does.
 */
export function outsideSaid(rows: readonly Place[]): string | null {
  const count = rows.filter(
    ({ rank, ranks }) => rank !== null && ranks !== null && (rank < ranks.from || rank > ranks.to),
  ).length
  return count === 0
    ? null
    : counted(
        count,
        'The order is by the score to expect. # idea stands outside of the ranks that it has 8 times in 10: a few scores far off move what is to be expected, and hardly the ranks.',
        'The order is by the score to expect. # ideas stand outside of the ranks that they have 8 times in 10: a few scores far off move what is to be expected, and hardly the ranks.',
      )
}

/** The first so many fit; the others would need the place of one of them. */
export function cutAtRoom(rows: readonly Place[], top: number): readonly LedgerStretch<Place>[] {
  const end = rows.findIndex(({ rank }, at) => rank === null || at >= top)
  const fitting = end === -1 ? rows.length : end
  return [
    { id: 'in', title: counted(top, 'Room for #', 'Room for #'), rows: rows.slice(0, fitting) },
    { id: 'out', title: say('No room'), rows: rows.slice(fitting) },
  ].flatMap(({ rows: own, ...group }) =>
    own.length === 0 ? [] : [{ group, rows: own, total: own.length }],
  )
}

/** All of them, under no head. */
export const uncut = (rows: readonly Place[]): readonly LedgerStretch<Place>[] => [
  { rows, total: rows.length },
]

export const standOf = (scored: number, unscored: number): string =>
  unscored === 0
    ? counted(
        scored,
        '# idea has a score. Equal scores share a rank.',
        '# ideas have a score. Equal scores share a rank.',
      )
    : counted(
        unscored,
        '{scored} of {all} ideas have a score; # has none yet. Equal scores share a rank.',
        '{scored} of {all} ideas have a score; # have none yet. Equal scores share a rank.',
        { scored, all: scored + unscored },
      )

/** What chance gave is told to three digits: more of them would only be noise. */
export const roundly = (score: number): string => figure(Number(score.toPrecision(3)))
