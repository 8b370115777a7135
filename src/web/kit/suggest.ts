/** A name that is being typed after an `@`: where the sign stands, and what there is of the name. */
export interface Called {
  readonly start: number
  readonly typed: string
}

/** The longest name that is looked for. */
const longest = 60

/** What is called where the caret stands; undefined where it is behind no `@`, or behind one within a word. */
export function calledAt(text: string, caret: number): Called | undefined {
  const before = text.slice(0, caret)
  const start = before.lastIndexOf('@')
  const typed = before.slice(start + 1)
  if (start === -1 || typed.length > longest || typed.includes('\n') || typed.startsWith(' '))
    return undefined
  return /[\p{L}\p{N}]$/u.test(before.slice(0, start)) ? undefined : { start, typed }
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function completed(
  text: string,
  { start }: Called,
  caret: number,
  name: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(caret)
  const said = `@${name}${/^[\s.,;:!?)]/.test(rest) ? '' : ' '}`
  return { text: text.slice(0, start) + said + rest, caret: start + said.length }
}
