import { createHash, timingSafeEqual } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { must, Problem } from '../engine/problem.ts'

/** Says whether a bearer secret is the owner's token of this instance. */
export type IsOwnerToken = (secret: string) => boolean

/** Where the owner's token of a data directory lies: whoever may read this file is the owner. */
export const ownerTokenPath = (dataDir: string): string => join(dataDir, 'owner.token')

/**
 * Takes the token of a data directory, made at the first start with mode 0600. Two starting at once
 * get the same one: it is written whole beside its place and linked there, which only one can do.
 */
export function takeOwnerToken(dataDir: string, newSecret: () => string): IsOwnerToken {
  const path = ownerTokenPath(dataDir)
  reach(dataDir, () => mkdirSync(dataDir, { recursive: true, mode: 0o700 }))
  const token = read(path) ?? reach(dataDir, () => make(path, `tl_owner_${newSecret()}`))
  const digest = digestOf(token)
  return (secret) => timingSafeEqual(digestOf(secret), digest)
}

function make(path: string, token: string): string {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, `${token}\n`, { mode: 0o600 })
  chmodSync(beside, 0o600)
  try {
    linkSync(beside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(beside, { force: true })
  }
  return must(read(path), 'the owner token that was just written')
}

function read(path: string): string | undefined {
  try {
    const token = readFileSync(path, 'utf8').trim()
    if (token.length >= 32) return token
    throw new Problem(
      'invalid',
      `${path} does not hold a token. Remove the file; the next start makes a new one.`,
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function reach<T>(dataDir: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    throw new Problem(
      'invalid',
      `The data directory ${dataDir} cannot be written (${code}). Name another one with --data, or make it writable.`,
    )
  }
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
