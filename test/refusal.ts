import { Problem } from '../src/engine/problem.ts'

/** The problem by which it was refused; an error where it was done, or ended in another one. */
export async function refusal(run: Promise<unknown>): Promise<Problem> {
  try {
    await run
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('It was done.')
}
