/**
 * Why one is let in no more: for good, until somebody says otherwise, or because this session is over, after which
 * the same person may sign in again.
 */
export type LetOut = 'suspended' | 'removed' | 'over'

export const letOutIn = (told: unknown): LetOut =>
  told === 'suspended' || told === 'removed' ? told : 'over'
