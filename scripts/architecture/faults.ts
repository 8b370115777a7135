import { wrongDirections, wrongOrder, wrongPackages } from './directions.ts'
import type { Fault } from './fault.ts'
import { wrongClock, wrongEnvironment, wrongSql } from './machine.ts'
import { wrongNames } from './names.ts'
import { orderOfAreas } from './order-of-areas.ts'
import { productWords, productWordsIn } from './product-words.ts'
import { alarms, wrongSizes, type Alarms } from './sizes.ts'
import { parseSource } from './source.ts'
import { isCode, isTest, type Tree } from './tree.ts'

export interface Report {
  readonly faults: readonly Fault[]
  /** How much was looked at: a gate that looks at nothing is worse than none. */
  readonly files: number
  readonly imports: number
  readonly names: number
  readonly words: readonly string[]
}

/** Holds a tree of files against everything in ARCHITECTURE.md that a parser can see. */
export function faultsOf(tree: Tree, said: Alarms = alarms): Report {
  const sources = [...tree]
    .filter(([path]) => isCode(path))
    .map(([path, text]) => parseSource(path, text))
  const shipped = sources.filter(({ path }) => !isTest(path))
  const words = productWords(tree)
  return {
    faults: [
      ...wrongNames(tree),
      ...shipped.flatMap((source) => wrongDirections(source, tree)),
      ...wrongOrder(shipped, orderOfAreas(tree)),
      ...shipped.flatMap(wrongPackages),
      ...shipped.flatMap((source) => productWordsIn(source, words)),
      ...sources.flatMap(wrongEnvironment),
      ...shipped.flatMap(wrongClock),
      ...sources.flatMap(wrongSql),
      ...wrongSizes(sources, said),
    ],
    files: sources.length,
    imports: sources.reduce((sum, source) => sum + source.imports.length, 0),
    names: sources.reduce((sum, source) => sum + source.names.length, 0),
    words,
  }
}
