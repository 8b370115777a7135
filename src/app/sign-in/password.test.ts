import { expect, test } from 'vitest'
import { fits, hashed, nobodys } from './password.ts'

test('a password has twelve characters or more, whatever they are, and two hundred at most', async () => {
  for (const short of ['', 'eleven char', '🙂'.repeat(11)])
    await expect(hashed(short)).rejects.toMatchObject({ code: 'invalid' })
  await expect(hashed('a'.repeat(201))).rejects.toMatchObject({ code: 'invalid' })
  expect(await hashed('🙂'.repeat(12))).toMatch(/^\$argon2id\$/)
  expect(await hashed(' '.repeat(12))).not.toBe(await hashed(' '.repeat(12)))
})

test('another password does not fit, nor any where there is none', async () => {
  const kept = await hashed('a sentence of a few words')
  expect(await fits('a sentence of a few word', kept)).toBe(false)
  expect(await fits('', kept)).toBe(false)
  for (const none of [null, undefined])
    expect(await fits('nobody has this password', none)).toBe(false)
  expect(await fits('a sentence of a few words', kept)).toBe(true)
})

test('an accent fits however the keyboard composes it', async () => {
  expect(await fits('caf\u00e9 au lait noir', await hashed('cafe\u0301 au lait noir'))).toBe(true)
})

test('to say no takes as long where there is nobody', async () => {
  const kept = await hashed('a sentence of a few words')
  const cost = (hash: string): readonly string[] => hash.split('$').slice(0, 4)
  expect(cost(nobodys)).toEqual(cost(kept))
  const times = { somebody: [] as number[], nobody: [] as number[] }
  const timed = async (run: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await run()
    return performance.now() - from
  }
  for (let round = 0; round < 15; round += 1) {
    times.somebody.push(await timed(() => fits('not the right one', kept)))
    times.nobody.push(await timed(() => fits('not the right one', undefined)))
  }
  // The quickest of each, because a busy machine only makes one slower. A short cut would be a thousandth.
  expect(Math.min(...times.nobody)).toBeGreaterThan(Math.min(...times.somebody) / 5)
})
