import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { linksOf, makeLinks, shelve } from './links.ts'

let base: string
let native: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'throughline-links-'))
  native = join(base, 'native')
  mkdirSync(join(native, 'lib', 'pkgconfig'), { recursive: true })
  mkdirSync(join(native, 'bin'))
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), 'library')
  writeFileSync(join(native, 'lib', 'libpq.a'), 'for compilers')
  writeFileSync(join(native, 'bin', 'postgres'), 'program', { mode: 0o755 })
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
  )
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

it('makes the links that an install script would have made, once', () => {
  makeLinks(native, linksOf(native))
  makeLinks(native, linksOf(native))
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
})

it('shelves without copying, and leaves out what only compilers need', () => {
  const place = shelve(native, join(base, 'shelf'), '18.4')
  expect(statSync(join(place, 'bin', 'postgres')).nlink).toBe(2)
  expect(readFileSync(join(place, 'lib', 'libpq.so.5'), 'utf8')).toBe('library')
  expect(existsSync(join(place, 'lib', 'libpq.a'))).toBe(false)
  expect(existsSync(join(place, 'lib', 'pkgconfig'))).toBe(false)
})

it('copies what only its owner may read, and lets others read the copy', () => {
  chmodSync(join(native, 'bin', 'postgres'), 0o700)
  chmodSync(join(native, 'lib', 'libpq.so.5.18'), 0o600)
  const place = shelve(native, join(base, 'shelf'), '18.4')
  expect(statSync(join(place, 'bin', 'postgres'))).toMatchObject({ nlink: 1, mode: 0o100755 })
  expect(statSync(join(place, 'lib', 'libpq.so.5.18'))).toMatchObject({ nlink: 1, mode: 0o100644 })
  expect(statSync(join(native, 'bin', 'postgres')).mode).toBe(0o100700)
})

it('does not take a half filled shelf for a full one', () => {
  const left = join(base, 'shelf', `18.4.new.${2 ** 22 + 1}`)
  mkdirSync(left, { recursive: true })
  const place = shelve(native, join(base, 'shelf'), '18.4')
  expect(existsSync(left)).toBe(false)
  expect(existsSync(join(place, 'bin', 'postgres'))).toBe(true)
})
