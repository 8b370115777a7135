import { lineViews } from './views/line.ts'

/** The views of this area. They answer for any record, so they are made from the whole declaration. */
export const views = lineViews
