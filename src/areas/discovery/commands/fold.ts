import type { folding } from './folding.ts'

/**
 * Folds rows under a survivor as its duplicates. Each keeps its own row, source and quotes; its links go
 * over to the survivor, unless the survivor has the same one. One commit, so one undo takes it back.
 */
export const fold: typeof folding = async (...given) =>
  // other areas fold too, and no page needs it before somebody merges
  (await import('./folding.ts')).folding(...given)
