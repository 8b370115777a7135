/** Words without the marks of Markdown and HTML spaces; a mark behind a backslash is meant. */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/&#x20;|&nbsp;/gi, (space, at: number) => (markdown[at - 1] === '\\' ? space : ' '))
    .replace(
      marks,
      (_, meant: string | undefined, linked: string | undefined) =>
        meant ?? (linked ?? '').replace(/[*_`]+/g, ''),
    )
    .replace(/\s+/g, ' ')
    .trim()

/** Words on one line, so that `plainText` gives exactly them back. */
export const markedText = (plain: string): string =>
  plain
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /\\(?=[\\`*_[\]#&])|[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\[(?=[^\]]*\]\()|&(?=#x20;|nbsp;)/giu,
      (mark) => `\\${mark}`,
    )
    .replace(/(^| )(#+)$/, '$1\\$2')

/** `_` within a word is a letter of it. */
const marks =
  /\\([\\`*_[\]#&])|!?\[([^\]]*)\]\([^)]*\)|[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/giu
