import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../engine/problem.ts'
import { ownerTokenPath, takeOwnerToken } from './owner-token.ts'
import { realPorts } from './ports.ts'

let folder: string
const { newSecret } = realPorts()

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-token-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const tokenIn = (dir: string): string => readFileSync(ownerTokenPath(dir), 'utf8').trim()

describe("the owner's token", () => {
  test('is made once, for its owner alone to read, and stays', () => {
    const dir = join(folder, 'data')
    const isOwner = takeOwnerToken(dir, newSecret)
    const token = tokenIn(dir)
    expect(statSync(ownerTokenPath(dir)).mode & 0o777).toBe(0o600)
    expect(isOwner(token)).toBe(true)
    expect(takeOwnerToken(dir, newSecret)(token)).toBe(true)
    expect(tokenIn(dir)).toBe(token)
    expect(readdirSync(dir)).toEqual(['owner.token'])
  })

  test('is no other text, however near', () => {
    const isOwner = takeOwnerToken(folder, newSecret)
    const token = tokenIn(folder)
    for (const wrong of ['', token.slice(0, -1), `${token}x`, token.toUpperCase(), 'tl_owner_'])
      expect(isOwner(wrong)).toBe(false)
  })

  test('that is there already wins over one that is just being made', () => {
    writeFileSync(ownerTokenPath(folder), 'tl_owner_of_the_process_that_was_first_here\n', {
      mode: 0o600,
    })
    expect(takeOwnerToken(folder, newSecret)('tl_owner_of_the_process_that_was_first_here')).toBe(
      true,
    )
  })

  test('that is no token is named, and not taken for one', () => {
    writeFileSync(ownerTokenPath(folder), '')
    expect(() => takeOwnerToken(folder, newSecret)).toThrow(/does not hold a token/)
  })

  test.skipIf(process.getuid?.() === 0)(
    'in a folder that cannot be written is refused with the remedy',
    () => {
      chmodSync(folder, 0o500)
      expect(() => takeOwnerToken(join(folder, 'data'), newSecret)).toThrow(/--data/)
    },
  )

  test('in a place that is a file is refused with the remedy', () => {
    writeFileSync(join(folder, 'data'), '')
    expect(() => takeOwnerToken(join(folder, 'data'), newSecret)).toThrow(Problem)
  })
})
