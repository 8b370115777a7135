import { certaintyOf } from '../../areas/decisions/server.ts'

/** What is worked out beside the process, by the name under which a view asks for it. */
export const tasks: Readonly<Record<string, (asked: never) => unknown>> = {
  certainty: certaintyOf,
}
