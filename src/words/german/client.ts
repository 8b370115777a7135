import type { Forms } from '../../engine/words.ts'

/** The words of what is kept, sent and refused in the browser. */
export const client: Readonly<Record<string, string | Forms>> = {}
