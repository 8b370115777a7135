import type { Forms } from '../../engine/words.ts'

/** The words of the design system. */
export const kit: Readonly<Record<string, string | Forms>> = {}
