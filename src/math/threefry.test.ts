import { expect, test } from 'vitest'
import { threefry } from './threefry.ts'

/** From `kat_vectors` of Random123, threefry2x32 with 20 rounds: counter, key, what comes out. */
const published = [
  ['00000000 00000000', '00000000 00000000', '6b200159 99ba4efe'],
  ['ffffffff ffffffff', 'ffffffff ffffffff', '1cb996fc bb002be7'],
  ['243f6a88 85a308d3', '13198a2e 03707344', 'c4923a9c 483df7a0'],
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
