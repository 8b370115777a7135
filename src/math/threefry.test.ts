import { expect, test } from 'vitest'
import { threefry } from './threefry.ts'

/** From `kat_vectors` of Random123, threefry2x32 with 13 rounds: counter, key, what comes out. */
const published = [
  ['00000000 00000000', '00000000 00000000', '9d1c5ec6 8bd50731'],
  ['ffffffff ffffffff', 'ffffffff ffffffff', 'fd36d048 2d17272c'],
  ['243f6a88 85a308d3', '13198a2e 03707344', 'ba3e4725 f27d669e'],
] as const

test.each(published)('counter %s under key %s gives %s, as published', (counter, key, expected) => {
  const [counterLow, counterHigh] = words(counter)
  const [low, high] = words(key)
  const into = new Uint32Array(2)
  threefry({ low, high }, counterLow, counterHigh, into)
  expect([...into]).toEqual(words(expected))
})

function words(text: string): readonly [number, number] {
  const [first = '', second = ''] = text.split(' ')
  return [Number.parseInt(first, 16), Number.parseInt(second, 16)]
}
