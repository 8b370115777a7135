/** Where a value may lie; an end is infinite where nothing bounds it. */
export interface Bounds {
  readonly least: number
  readonly most: number
}

export const unbounded: Bounds = { least: -Infinity, most: Infinity }
