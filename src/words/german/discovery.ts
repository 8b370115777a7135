import type { Forms } from '../../engine/words.ts'

/** The words of triage, needs, import and why. */
export const discovery: Readonly<Record<string, string | Forms>> = {}
