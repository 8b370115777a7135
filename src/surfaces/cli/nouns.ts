import type { Catalogue } from '../../engine/catalogue.ts'

/** What each word is about under which several verbs stand. */
export type Nouns = Readonly<Record<string, string>>

export const nounsOf = (catalogue: Catalogue): Nouns =>
  Object.fromEntries([
    ...catalogue.records.map((kind) => [kind.name, kind.says.what] as const),
    ['session', 'Where one is signed in'],
    ['passkey', 'What signs one in instead of a password'],
    ['link', 'Link two records; links themselves are listed too'],
    ['history', 'What was done, by whom and why; and the proof that it is whole'],
  ])
