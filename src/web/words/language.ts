import { languages, wordsIn } from '../../words/languages.ts'
import { speak } from './say.ts'

const name = 'throughline language'

/** The locale that is chosen here, or the first of the browser's own that there is. */
export function chosenLocale(): string {
  const known: readonly string[] = languages.map(({ locale }) => locale)
  const own = navigator.languages.map((one) => one.split('-')[0] ?? '')
  return kept() ?? own.find((one) => known.includes(one)) ?? 'en'
}

/** Chooses a language for this browser; the page comes anew in it. */
export function chooseLocale(locale: string): void {
  try {
    localStorage.setItem(name, locale)
  } catch {
    // a browser that keeps nothing goes on in its own language
    return
  }
  location.reload()
}

/** Before anything is drawn: the words of this page, and the direction they run in. */
export async function startSpeaking(): Promise<void> {
  const chosen = await wordsIn(chosenLocale())
  speak(chosen)
  document.documentElement.lang = chosen.language.locale
  document.documentElement.dir = chosen.language.direction
}

function kept(): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
