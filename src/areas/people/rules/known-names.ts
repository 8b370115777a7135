/** Does this machine know a time zone by this name? Offsets such as +02:00 are none: they do not know of summer. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Is it a code of ISO 4217 that this machine knows? */
export const isCurrency = (code: string): boolean => currencies.has(code)

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))
