import type { ReactNode } from 'react'
import { languages } from '../../words/languages.ts'
import { WordChoice } from '../kit/look-choice.tsx'
import { chooseLocale } from '../words/language.ts'
import { say, words } from '../words/say.ts'

/** Each language by its own name, so that whoever cannot read this one finds theirs. */
export function LanguageChoice(): ReactNode {
  return (
    <WordChoice
      label={say('Language')}
      words={Object.fromEntries(
        languages.map(({ locale, name }) => [
          locale,
          <bdi key={locale} lang={locale}>
            {name}
          </bdi>,
        ]),
      )}
      ids={languages.map(({ locale }) => locale)}
      value={words().language.locale}
      onChange={chooseLocale}
    />
  )
}
