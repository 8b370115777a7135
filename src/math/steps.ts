/**
 * Work that is done step by step, so that whoever drives it may look up in between, and may give it up; its result
 * comes with the last step.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>

/** All steps at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}
