import type { Row } from '../../../engine/record.ts'
import { countedSentence, sentence, type Sentence } from '../../../engine/words.ts'

/** How far an idea has come: proposed △, decided ◆, on the roadmap or built ■. */
export type Come = 'proposed' | 'decided' | 'planned' | 'done'

export interface CellIdea {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly come: Come
}

export interface Cell {
  readonly objectiveId: string
  /** Those that address the need and advance the objective. */
  readonly ideas: readonly CellIdea[]
}

export interface NeedLine<S = string> {
  readonly id: string
  readonly ref: string
  readonly title: string
  /** 1 for what is part of nothing. */
  readonly level: number
  /** Independent sources for it, and how strong what stands behind it is; null where there is nothing to weigh. */
  readonly sources: number
  readonly strength: number | null
  /** Ideas that address it, whatever they advance. */
  readonly ideas: number
  /** Only the cells with something in them. */
  readonly cells: readonly Cell[]
  /** It has no cell of its own, and something that is part of it has. */
  readonly isMetInParts: boolean
  /** Why the row is empty; null where it is not. */
  readonly hole: S | null
}

export interface ObjectiveColumn<S = string> {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly period: string | null
  /** Ideas that advance it, whatever they address. */
  readonly ideas: number
  /** Why the column is empty; null where it is not. */
  readonly hole: S | null
}

export interface Matrix<S = string> {
  readonly objectives: readonly ObjectiveColumn<S>[]
  readonly needs: readonly NeedLine<S>[]
}

/** What the matrix is made of. Needs and objectives come in the order in which they are to stand. */
export interface Crossed {
  readonly needs: readonly {
    readonly row: Row
    readonly level: number
    /** The needs that it is part of, nearest first. */
    readonly wholes: readonly string[]
  }[]
  readonly objectives: readonly Row[]
  readonly ideas: readonly Row[]
  /** The ids of the needs that an idea addresses, and of the objectives it advances, itself or by a key result. */
  readonly addresses: (ideaId: string) => readonly string[]
  readonly advances: (ideaId: string) => readonly string[]
  readonly come: (idea: Row) => Come
  readonly behind: (
    needId: string,
  ) => { readonly sources: number; readonly strength: number | null } | undefined
}

/**
 * Needs × objectives: in each cell the ideas that address the need and advance the objective. An empty row is a
 * need that nothing we aim for would change, itself or in a part of it; an empty column an aim that meets nobody's need.
 */
export function needsObjectivesOf(crossed: Crossed): Matrix<Sentence> {
  const { needs, objectives, ideas, addresses, advances, come, behind } = crossed
  const forNeed = new Map<string, Row[]>()
  const forAim = new Map<string, Row[]>()
  for (const idea of ideas) {
    for (const id of new Set(addresses(idea.id))) put(forNeed, id, idea)
    for (const id of new Set(advances(idea.id))) put(forAim, id, idea)
  }
  const shownNeeds = new Set(needs.map(({ row }) => row.id))
  const shownAims = new Set(objectives.map(({ id }) => id))
  const isMet = (needId: string): boolean =>
    (forNeed.get(needId) ?? []).some((idea) => advances(idea.id).some((id) => shownAims.has(id)))
  const metInParts = new Set(needs.flatMap(({ row, wholes }) => (isMet(row.id) ? wholes : [])))
  return {
    objectives: objectives.map((row) => {
      const mine = forAim.get(row.id) ?? []
      const meets = mine.some((idea) => addresses(idea.id).some((id) => shownNeeds.has(id)))
      return {
        id: row.id,
        ref: row.ref,
        title: String(row['title']),
        period: typeof row['period'] === 'string' ? row['period'] : null,
        ideas: mine.length,
        hole: meets ? null : columnSays(mine.length),
      }
    }),
    needs: needs.map(({ row, level }) => {
      const mine = forNeed.get(row.id) ?? []
      const cells = new Map<string, CellIdea[]>()
      for (const idea of mine)
        for (const id of new Set(advances(idea.id)))
          if (shownAims.has(id)) put(cells, id, cellOf(idea, come(idea)))
      return {
        id: row.id,
        ref: row.ref,
        title: String(row['title']),
        level,
        sources: behind(row.id)?.sources ?? 0,
        strength: behind(row.id)?.strength ?? null,
        ideas: mine.length,
        cells: [...cells].map(([objectiveId, all]) => ({ objectiveId, ideas: all })),
        isMetInParts: cells.size === 0 && metInParts.has(row.id),
        hole: cells.size > 0 || metInParts.has(row.id) ? null : rowSays(mine.length),
      }
    }),
  }
}

const cellOf = (idea: Row, come: Come): CellIdea => ({
  id: idea.id,
  ref: idea.ref,
  title: String(idea['title']),
  come,
})

// another need or objective may be there, in another product or hidden from this reader
const columnSays = (ideas: number): Sentence =>
  ideas === 0
    ? sentence('No idea advances it.')
    : countedSentence(
        ideas,
        '# idea advances it, and addresses none of these needs.',
        '# ideas advance it, and none addresses one of these needs.',
      )

const rowSays = (ideas: number): Sentence =>
  ideas === 0
    ? sentence('No idea addresses it.')
    : countedSentence(
        ideas,
        '# idea addresses it, and advances none of these objectives.',
        '# ideas address it, and none advances one of these objectives.',
      )

function put<T>(into: Map<string, T[]>, key: string, item: T): void {
  const there = into.get(key)
  if (there === undefined) into.set(key, [item])
  else there.push(item)
}
