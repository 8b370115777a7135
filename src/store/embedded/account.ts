import { execFileSync } from 'node:child_process'
import { lchownSync, lstatSync } from 'node:fs'
import { userInfo } from 'node:os'
import { type Home } from './home.ts'
import { broken } from './refusals.ts'

/** A user of the system as whom the server runs. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * As whom the server of a home runs: PostgreSQL refuses root, and any user who has no entry in the
 * system's list of users. Undefined is this process's own user. As root it is the owner of the data
 * (an ordinary user's directory may be started by root once), otherwise *nobody*.
 */
export function accountOf(home: Home): Account | undefined {
  if (process.getuid?.() !== 0) {
    refuseNameless()
    refuseOthersData(home)
    return undefined
  }
  const owner = ownerOf(home.data) ?? ownerOf(home.path) ?? 0
  return owner === 0 ? nobody(home) : accountNamed(String(owner), home)
}

/** How to spawn as this account; node takes its numbers signed. */
export const asAccount = (account: Account | undefined): { uid?: number; gid?: number } =>
  account === undefined ? {} : { uid: account.uid | 0, gid: account.gid | 0 }

/** Gives a file or folder to the account, where it is not our own. */
export function give(path: string, account: Account | undefined): void {
  if (account !== undefined) lchownSync(path, account.uid, account.gid)
}

function refuseNameless(): void {
  try {
    userInfo()
  } catch {
    throw broken(
      `The user with id ${process.getuid?.()} has no entry in /etc/passwd, and PostgreSQL does not start ` +
        'without one. Add the entry, start Throughline as a user who has one, or set DATABASE_URL.',
    )
  }
}

function refuseOthersData(home: Home): void {
  const uid = process.getuid?.()
  const owner = ownerOf(home.data)
  if (uid === undefined || owner === undefined || owner === uid) return
  throw broken(
    `The database in ${home.data} belongs to the user with id ${owner}, and this is ${uid}. Start ` +
      'Throughline as that user or, where root started it, as root.',
  )
}

function ownerOf(path: string): number | undefined {
  return lstatSync(path, { throwIfNoEntry: false })?.uid
}

function nobody(home: Home): Account {
  if (ownerOf(home.data) === 0) {
    throw broken(
      `The database in ${home.data} belongs to root, as whom PostgreSQL does not run. Give it back with: ` +
        `chown -R nobody ${home.data}`,
    )
  }
  return accountNamed('nobody', home)
}

function accountNamed(user: string, home: Home): Account {
  try {
    const ask = (what: string): string =>
      execFileSync('id', [what, user], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    return { name: ask('-nu'), uid: Number(ask('-u')), gid: Number(ask('-g')) }
  } catch {
    throw broken(
      `The database in ${home.path} must run as ${user}, and this system has no such user. Add one, start ` +
        'Throughline as an ordinary user, or set DATABASE_URL.',
    )
  }
}
