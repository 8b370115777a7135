import type { Forms } from '../../engine/words.ts'

/** The words of what the server refuses and explains. */
export const server: Readonly<Record<string, string | Forms>> = {}
