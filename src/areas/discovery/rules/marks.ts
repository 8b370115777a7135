/** The mark of each station, the same on every surface that has only characters. */
export const marks: Readonly<Record<string, string>> = {
  heard: '○',
  understood: '◐',
  framed: '●',
  proposed: '△',
  decided: '◆',
  tested: '⬡',
  built: '■',
  learned: '✦',
}
