import { Problem } from '../../engine/problem.ts'
import type { Words } from '../../engine/words.ts'
import type { Answer } from '../../surfaces/rest/answer.ts'
import { problems, Refusal } from '../../surfaces/rest/problem.ts'
import { formPage, type FormPage } from './form-page.ts'

/** Does what a form asks; a refusal is told on the same page, above the same form. */
export async function refusedPage(
  page: FormPage,
  words: Words,
  run: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof Problem) || error instanceof Refusal || error.code === 'broken')
      throw error
    const answer = formPage(
      problems[error.code].status,
      { ...page, problem: error.in(words).says },
      words,
    )
    const wait = error.facts['retryAfter']
    return typeof wait === 'number'
      ? { ...answer, headers: { ...answer.headers, 'Retry-After': String(wait) } }
      : answer
  }
}
