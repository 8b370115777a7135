import type { Forms } from '../../engine/words.ts'

/** The words of the declarations: records, fields, choices, verbs and views. */
export const areas: Readonly<Record<string, string | Forms>> = {}
