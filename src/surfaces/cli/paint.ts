import type { World } from './world.ts'

/**
 * Our inks in the sixteen colours that a terminal has, so that its own theme stays in charge. Colour
 * never carries meaning alone: every tone stands beside a word or a glyph.
 */
export type Tone = 'strong' | 'muted' | 'oxide' | 'against' | 'watch' | 'good'

export type Paint = (tone: Tone, text: string) => string

/** NO_COLOR (any value) wins, then FORCE_COLOR, then whether the stream is a terminal that has colours. */
export function paintFor(stream: World['stdout'], env: World['env']): Paint {
  return hasColour(stream, env) ? coloured : plain
}

export const plain: Paint = (_, text) => text

/** A line's end stays outside, so that no colour reaches into the next one. */
const coloured: Paint = (tone, text) =>
  text === '' ? '' : text.replace(/^([^]*?)(\n*)$/, `\u001b[${codes[tone]}m$1\u001b[0m$2`)

const codes: Readonly<Record<Tone, string>> = {
  strong: '1',
  muted: '2',
  oxide: '31',
  against: '34',
  watch: '33',
  good: '32',
}

function hasColour(stream: World['stdout'], env: World['env']): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}
