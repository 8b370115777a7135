import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Process, here, isProcess, runs, self } from './processes.ts'
import { broken } from './refusals.ts'
import { makeFolder, nonce, readJson, writeNew } from './whole-file.ts'

/** One use of a home's server by one process; the server is stopped when the last one leaves. */
export interface User {
  leave(): void
}

/** Enters this process as a user of the home. Asked under its lock, as is all that is here. */
export function enter(home: string): User {
  makeFolder(folderOf(home), 0o700)
  const file = join(folderOf(home), `${process.pid}.${nonce()}.json`)
  writeNew(file, JSON.stringify({ ...self(), home }), 0o644)
  const beat = setInterval(() => touch(file), beatEvery)
  beat.unref()
  return {
    leave() {
      clearInterval(beat)
      rmSync(file, { force: true })
    },
  }
}

/** How many living users the home has on this machine. The dead are struck off. */
export function countUsers(home: string): number {
  const living = entries(home).filter(({ user, file }) => {
    if (user !== undefined && (user.where !== here() || runs(user))) return true
    rmSync(file, { force: true })
    return false
  })
  return living.filter(({ user }) => user?.where === here()).length
}

/**
 * Refuses while a process in another container, or on another machine that shares this disk, uses
 * the home: PostgreSQL's own guard sees only processes and memory of its own machine, and two
 * servers on one directory destroy it. Whether such a process lives is seen by its beat alone.
 */
export async function refuseStrangers(home: string, log: (line: string) => void): Promise<void> {
  const strangers = entries(home).filter(({ user }) => user !== undefined && user.where !== here())
  await Promise.all(
    strangers.map(async ({ file, beat }) => {
      if (Date.now() - beat < longDead) {
        log(`waiting to see whether another container or machine still uses ${home}`)
        await seeNoBeat(file, beat, home)
      }
      rmSync(file, { force: true })
    }),
  )
}

const beatEvery = 2_000
const silence = 7_000
const longDead = 60_000

async function seeNoBeat(file: string, first: number, home: string): Promise<void> {
  for (const begun = Date.now(); Date.now() - begun < silence; await sleep(200)) {
    const beat = beatOf(file)
    if (beat === undefined) return
    if (beat !== first) {
      throw broken(
        `The database in ${home} is in use by Throughline in another container or on another machine. ` +
          'Stop that one first, or let both share one PostgreSQL through DATABASE_URL.',
      )
    }
  }
}

interface Entry {
  readonly file: string
  readonly user: Process | undefined
  readonly beat: number
}

function entries(home: string): readonly Entry[] {
  return namesIn(folderOf(home)).flatMap((name) => {
    const file = join(folderOf(home), name)
    const beat = beatOf(file)
    return beat === undefined ? [] : [{ file, user: userIn(file, home), beat }]
  })
}

/** None where its writer died over it, or where it came along with a copy of another home. */
function userIn(file: string, home: string): Process | undefined {
  const said = readJson(file)
  return isProcess(said) && 'home' in said && said.home === home ? said : undefined
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function beatOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // The home is gone, and the watch says so.
  }
}

const folderOf = (home: string): string => join(home, 'users')
