import { germanOf, parts } from './german.ts'
import { entering } from './german/entering.ts'
import { refusals } from './german/refusals.ts'
import { values } from './german/values.ts'
import { refusalsPeople } from './german/refusals-people.ts'
import { refusalsPortfolio } from './german/refusals-portfolio.ts'
import { surfaces } from './german/surfaces.ts'
import { transfer } from './german/transfer.ts'

/** All that is said anywhere. */
export const allParts = [
  ...parts,
  entering,
  refusals,
  values,
  refusalsPeople,
  refusalsPortfolio,
  surfaces,
  transfer,
]

/** What the server says: the texts of its pages are a part of that. */
export const german = germanOf(allParts)
