import { english, type Words } from '../../engine/words.ts'

/**
 * The words of this page. The language is chosen before anything is drawn and stays for the page's
 * life (another choice loads it anew), so a text is said inside functions, never while a module loads.
 */
let current: Words = english

export const words = (): Words => current

export function speak(chosen: Words): void {
  current = chosen
}

export const say: Words['say'] = (text, ...given) => current.say(text, ...given)
export const counted: Words['counted'] = (count, one, other, ...given) =>
  current.counted(count, one, other, ...given)
export const label: Words['label'] = (text, of) => current.label(text, of)
export const inside: Words['inside'] = (text, of) => current.inside(text, of)
export const number: Words['number'] = (value, how) => current.number(value, how)
