/** Why a comment concerns somebody, the strongest reason first: one drives the matter, or asked for it once. */
export const reasons = ['mention', 'driven', 'asked', 'answer', 'owned', 'followed'] as const
export type Reason = (typeof reasons)[number]

/** The setting of an inbox that lets a reason in. */
export const settingOf = {
  mention: 'mentions',
  driven: 'mentions',
  asked: 'followed',
  answer: 'answers',
  owned: 'owned',
  followed: 'followed',
} as const satisfies Readonly<Record<Reason, string>>

/** One entry of a comment's list of whom it concerns: why, and the member. */
export const toldAs = (reason: Reason, memberId: string): string => `${reason} ${memberId}`

/** Why this list tells somebody, if it does. */
export const whyTold = (told: readonly string[], memberId: string): Reason | undefined =>
  reasons.find((reason) => told.includes(toldAs(reason, memberId)))

/**
 * Whom a comment concerns, each once and for the strongest reason; its author never. Whoever wants to
 * hear no more of the record hears of it only by being mentioned, or where one drives it; whoever is away, not
 * at all.
 */
export function concerned(
  people: Readonly<Record<Reason, readonly (string | null | undefined)[]>>,
  without: {
    readonly authorId: string
    readonly mutedIds: ReadonlySet<string>
    readonly awayIds: ReadonlySet<string>
  },
): readonly string[] {
  const known = new Set<string>([without.authorId, ...without.awayIds])
  return reasons.flatMap((reason) =>
    people[reason].flatMap((id) => {
      if (id === null || id === undefined || known.has(id)) return []
      if (!isPersonal(reason) && without.mutedIds.has(id)) return []
      known.add(id)
      return [toldAs(reason, id)]
    }),
  )
}

/** It is said to somebody in person. */
const isPersonal = (reason: Reason): boolean => reason === 'mention' || reason === 'driven'
