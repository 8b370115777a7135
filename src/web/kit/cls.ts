/** Joins class names, leaving out what is absent. */
export const cls = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ')
