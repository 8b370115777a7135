import type { Forms } from '../../engine/words.ts'

/** The words of the ranking and the roadmap. */
export const roadmap: Readonly<Record<string, string | Forms>> = {}
