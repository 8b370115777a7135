import type { ReactNode } from 'react'
import type { LedgerGroup } from './ledger-rows.ts'

export interface Column<T> {
  readonly id: string
  readonly label: string
  readonly align?: 'start' | 'end' | undefined
  /** Stands after the label: "k€ a year". Numbers never go without one. */
  readonly unit?: string | undefined
  /** A CSS length; the title column takes what is left. */
  readonly width?: string | undefined
  readonly sortable?: boolean | undefined
  /** What it is on a narrow screen, where only title, line and the sorted value are left. */
  readonly part?: 'title' | 'line' | undefined
  /** Left out under 1180 px: the page has room for the rest then. */
  readonly wide?: boolean | undefined
  /** Set small and quiet: intervals, owners. */
  readonly quiet?: boolean | undefined
  readonly render: (row: T) => ReactNode
  /** In the cell of the title, after the link that opens the row. */
  readonly beside?: ((row: T) => ReactNode) | undefined
  /** Under the title, only where the other columns are folded away: what they said. */
  readonly below?: ((row: T) => ReactNode) | undefined
}

export interface Sort {
  readonly column: string
  readonly direction: 'ascending' | 'descending'
}

export interface LedgerProps<T> {
  /** What the table holds, for those who listen: "12 ideas". */
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[]
  readonly idOf: (row: T) => string
  /** A row's title in plain words, for its checkbox. */
  readonly nameOf: (row: T) => string
  readonly hrefOf?: ((row: T) => string) | undefined
  readonly onOpen?: ((row: T) => void) | undefined
  /** Rows must come in the order of their groups. */
  readonly groupOf?: ((row: T) => LedgerGroup | undefined) | undefined
  readonly sort?: Sort | undefined
  readonly onSort?: ((sort: Sort) => void) | undefined
  readonly selected?: ReadonlySet<string> | undefined
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined
  readonly density?: 'compact' | 'cosy' | 'roomy' | undefined
  /** `never` for a table of figures that stays one on a narrow screen too. */
  readonly folds?: 'narrow' | 'never' | undefined
  readonly state?: 'ready' | 'reading' | undefined
  /** Shown where there is no row: why, one verb, one example. */
  readonly empty?: ReactNode
  /** The last line: counts and sums. Each child stands apart. */
  readonly totals?: ReactNode
  /** Where cells are written in, the table is a grid that one goes about in by the arrow keys. */
  readonly cells?: LedgerCells<T> | undefined
  readonly next?:
    | { readonly onPress: () => void; readonly pending?: boolean | undefined }
    | undefined
}

/** One cell, by its row and its column. */
export interface CellPlace {
  readonly id: string
  readonly column: string
}

/** Cells that are written in where they stand. */
export interface LedgerCells<T> {
  readonly mayEdit: (row: T, column: string) => boolean
  readonly editing: CellPlace | null
  readonly onEdit: (row: T, column: string) => void
  readonly editor: (row: T, column: string) => ReactNode
  /** What was refused in a cell, with what was typed there; undefined where nothing was. */
  readonly refused: (row: T, column: string) => ReactNode | undefined
  /** The cell that the focus goes to; a new object each time it should. */
  readonly focus: CellPlace | null
}
