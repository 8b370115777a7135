/** What the thread is given. */
export interface Given {
  readonly task: string
  readonly asked: unknown
}

/** What it tells of itself. */
export type Told =
  | { readonly is: 'done'; readonly answer: unknown }
  | { readonly is: 'refused'; readonly says: string }
  /** It broke down, and must not be asked again. */
  | { readonly is: 'broken'; readonly says: string }

/** Anything may be thrown. */
export const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown)

/** What did the work cannot be used any more, and the thread with it. */
export class Broken extends Error {
  override readonly name = 'Broken'

  constructor(cause: unknown) {
    super(wordsOf(cause), { cause })
  }
}
