import { english, wordsOf, type Language, type Words } from '../engine/words.ts'

/** The languages there are, each with its own name; its texts come when it is chosen. */
export const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
] as const

/** A made-up language for those who build: every text marked and the page from right to left. */
export const mirrored = 'ar-XB'

/** The words of a locale, or of the nearest language there is; English where none is near. */
export async function wordsIn(locale: string): Promise<Words> {
  if (locale === mirrored) return wordsOf(mirroredEnglish)
  if (locale.split('-')[0] !== 'de') return english
  return wordsOf((await import('./german.ts')).german)
}

/** What is not marked on such a page did not come through the words. */
const mirroredEnglish: Language = {
  locale: mirrored,
  name: 'ɥsᴉlᵷuƎ',
  direction: 'rtl',
  formats: 'en',
  labelsInside: 'as they are',
  textOf: (key) => `⟦${key.replace(/\|[\w-]+$/, '')}⟧`,
}
