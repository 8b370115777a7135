import type { Forms } from '../../engine/words.ts'

/** The words of the screens that are made from records. */
export const derived: Readonly<Record<string, string | Forms>> = {}
