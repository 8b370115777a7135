import type { Waiting } from './queue.ts'

/** Does it press today? What is only open, or due later, does not. */
export const isPressing = ({ is, days }: Pick<Waiting, 'is' | 'days'>): boolean =>
  is !== 'open' && !(is === 'due' && days !== null && days > 3)
