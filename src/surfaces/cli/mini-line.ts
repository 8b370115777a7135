import type { Catalogue } from '../../engine/catalogue.ts'

/** One glyph a station, in the order of the line; a point where there is nothing. Always the same width. */
export const miniLine = (stations: readonly string[], mask: number): string =>
  stations.map((_, place) => (touches(mask, place) ? glyphAt(place) : '·')).join('')

/** The same in words, for those who do not see glyphs: "heard, framed; missing: proposed". */
export function lineInWords(stations: readonly string[], mask: number): string {
  const there = stations.filter((_, place) => touches(mask, place))
  const missing = stations.filter((station, place) => !touches(mask, place) && !isOptional(station))
  if (missing.length === 0) return `${there.join(', ')}; the whole line`
  return `${there.length === 0 ? '' : `${there.join(', ')}; `}missing: ${missing.join(', ')}`
}

/** The mark of a station by its name, or a point where a record stands on none. */
export function glyphOf(
  catalogue: Pick<Catalogue, 'stations'>,
  station: string | null | undefined,
): string {
  const place = station === undefined || station === null ? -1 : catalogue.stations.indexOf(station)
  return place === -1 ? '·' : glyphAt(place)
}

/** A line is whole without this station: only where it exists is it spoken of. */
export const isOptional = (station: string): boolean => station === 'understood'

const touches = (mask: number, place: number): boolean => (mask & (1 << place)) !== 0
const glyphAt = (place: number): string => glyphs[place] ?? '◇'
const glyphs = [...'○◐●△◆⬡■✦']
