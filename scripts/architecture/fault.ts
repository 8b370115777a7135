/** One thing that is not as the architecture says, where it is, and why it should be otherwise. */
export interface Fault {
  readonly rule: Rule
  readonly path: string
  readonly line?: number | undefined
  readonly says: string
}

export type Rule =
  | 'direction'
  | 'area order'
  | 'package'
  | 'product word'
  | 'name'
  | 'import'
  | 'environment'
  | 'clock'
  | 'sql'
  | 'size'

export const inWords = (fault: Fault): string =>
  `${fault.path}${fault.line === undefined ? '' : `:${fault.line}`}  ${fault.says}  [${fault.rule}]`
