import { words } from './say.ts'

/** Names one after the other, as the language does it. */
export function listed(names: readonly string[]): string {
  const { locale, formats } = words().language
  return new Intl.ListFormat(formats ?? locale).format(names)
}
