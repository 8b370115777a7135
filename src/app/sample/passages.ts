/** A text whose quoted passages stand in `[[` and `]]`, taken apart. Offsets are code points. */
export interface Marked {
  readonly text: string
  readonly passages: readonly { readonly start: number; readonly end: number }[]
}

export function marked(line: string): Marked {
  const passages: { start: number; end: number }[] = []
  let text = ''
  for (const [at, part] of line.split(/\[\[|\]\]/).entries()) {
    const start = [...text].length
    text += part
    if (at % 2 === 1) passages.push({ start, end: start + [...part].length })
  }
  return { text, passages }
}
