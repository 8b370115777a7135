import type { Forms } from '../../engine/words.ts'

/** The words of Home, the frame, the palette, settings and practice. */
export const shell: Readonly<Record<string, string | Forms>> = {}
