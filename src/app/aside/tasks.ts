import {
  certaintyOf,
  learntOf,
  modelOrder,
  portfolioOf,
  type AskedPortfolio,
} from '../../areas/decisions/server.ts'
import { solverHere } from './solver.ts'

/** What is worked out beside the process, by the name under which a view asks for it. */
export const tasks: Readonly<Record<string, (asked: never) => unknown>> = {
  certainty: certaintyOf,
  learnt: learntOf,
  portfolio: async (asked: AskedPortfolio) =>
    portfolioOf(asked, await solverHere(), () => performance.now()),
  'model-order': modelOrder,
}
