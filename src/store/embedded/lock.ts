import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { broken } from './refusals.ts'
import { type Process, here, isProcess, runs, self } from './processes.ts'
import { overwrite, readJson, writeNew } from './whole-file.ts'

/*
 * One process at a time starts or stops the server of a home. A lock is a numbered file; the
 * highest number counts. It is let go by writing `free` into it, and it is taken, also from the
 * dead, by making the next number, which only one can. So nobody ever removes a lock that may
 * meanwhile be another's: that is the race that a single lock file with a rule for the dead has.
 */

/** Runs `work` while no other process, and no other call in this one, runs its own. */
export async function withLock<T>(
  home: string,
  log: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const mine = await takeUnlessFull(home, log)
  try {
    return await work()
  } finally {
    if (mine !== undefined) release(home, mine)
  }
}

/** On a full disk no one can lock, and a server must still be stopped: PostgreSQL's own lock holds. */
async function takeUnlessFull(
  home: string,
  log: (line: string) => void,
): Promise<number | undefined> {
  try {
    return await take(home, log)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') return undefined
    throw error
  }
}

interface Lock {
  readonly generation: number
  readonly holder: Process | 'free' | 'unread'
}

async function take(home: string, log: (line: string) => void): Promise<number> {
  const begun = Date.now()
  for (let told = false; ; await sleep(15)) {
    const top = highest(home)
    if (top === undefined || isFree(home, top)) {
      const mine = (top?.generation ?? 0) + 1
      if (claim(home, mine)) return mine
      continue
    }
    if (!told && Date.now() - begun > tellAfter) {
      told = true
      log(`waiting for ${nameOf(top)}, which is starting or stopping the database in ${home}`)
    }
    if (Date.now() - begun > patience) {
      throw broken(
        `${nameOf(top)} has been starting or stopping the database in ${home} for ten minutes. ` +
          'End that process and start Throughline again.',
      )
    }
  }
}

const tellAfter = 5_000
const patience = 600_000

function release(home: string, generation: number): void {
  try {
    // In place, since a full disk must not keep the lock held for as long as this process lives.
    overwrite(fileOf(home, generation), JSON.stringify('free'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function claim(home: string, generation: number): boolean {
  const file = fileOf(home, generation)
  try {
    writeNew(file, JSON.stringify(self()), 0o644)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  const all = generations(home)
  if (all.some((other) => other > generation)) {
    // We looked before others came and went, and have re-made a number that was over.
    rmSync(file, { force: true })
    return false
  }
  for (const old of all) if (old < generation) rmSync(fileOf(home, old), { force: true })
  return true
}

function highest(home: string): Lock | undefined {
  const generation = Math.max(0, ...generations(home))
  if (generation === 0) return undefined
  const said = readJson(fileOf(home, generation))
  if (said === 'free') return { generation, holder: 'free' }
  return { generation, holder: isProcess(said) ? said : 'unread' }
}

function isFree(home: string, { generation, holder }: Lock): boolean {
  if (holder === 'free') return true
  if (holder !== 'unread' && holder.where === here()) return !runs(holder)
  // Its process cannot be asked: it is in another container, or died while it wrote its name.
  return ageOf(fileOf(home, generation)) > (holder === 'unread' ? 3_000 : 60_000)
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return 0
  }
}

const generations = (home: string): readonly number[] =>
  readdirSync(home)
    .map((name) => /^lock\.(\d+)$/.exec(name)?.[1])
    .filter((number) => number !== undefined)
    .map(Number)

const fileOf = (home: string, generation: number): string => join(home, `lock.${generation}`)

const nameOf = ({ holder }: Lock): string =>
  typeof holder === 'string' ? 'Another process' : `Process ${holder.pid}`
