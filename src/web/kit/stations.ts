import { label, say } from '../words/say.ts'

export type StationName =
  | 'heard'
  | 'understood'
  | 'framed'
  | 'proposed'
  | 'decided'
  | 'tested'
  | 'built'
  | 'learned'

export interface StationFacts {
  readonly name: StationName
  /** What stands for the mark where nothing can be drawn: command line, plain text, a title. */
  readonly glyph: string
  /** The custom property that holds its hue. */
  readonly token: string
  /** A line is whole without it; only where it exists is it drawn. */
  readonly optional?: true
}

/** The line, in order. A station's place here is its bit in a mask. */
export const stations: readonly StationFacts[] = [
  { name: 'heard', glyph: '○', token: '--st-heard' },
  { name: 'understood', glyph: '◐', token: '--st-understood', optional: true },
  { name: 'framed', glyph: '●', token: '--st-framed' },
  { name: 'proposed', glyph: '△', token: '--st-proposed' },
  { name: 'decided', glyph: '◆', token: '--st-decided' },
  { name: 'tested', glyph: '⬡', token: '--st-tested' },
  { name: 'built', glyph: '■', token: '--st-built' },
  { name: 'learned', glyph: '✦', token: '--st-learned' },
]

/** Whether the station at this place on the line (0 is heard, 7 is learned) is in the mask. */
export const has = (mask: number, place: number): boolean => (mask & (1 << place)) !== 0

/** The mask of the named stations. */
export const maskOf = (names: readonly StationName[]): number =>
  stations.reduce((mask, { name }, place) => (names.includes(name) ? mask | (1 << place) : mask), 0)

/** The line in words: "heard, framed; missing: proposed, decided, tested, built, learned". */
export function sayLine(mask: number): string {
  const present = stations
    .filter((_, place) => has(mask, place))
    .map(({ name }) => label(name))
    .join(', ')
  const missing = stations
    .filter(({ optional }, place) => !has(mask, place) && optional === undefined)
    .map(({ name }) => label(name))
    .join(', ')
  if (missing === '') return say('{present}; the whole line', { present })
  return present === ''
    ? say('missing: {missing}', { missing })
    : say('{present}; missing: {missing}', { present, missing })
}

/** The line in plain text, one glyph a station and a point for what is missing: "○·●△····". */
export const plainLine = (mask: number): string =>
  stations.map(({ glyph }, place) => (has(mask, place) ? glyph : '·')).join('')
