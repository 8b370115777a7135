import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, asAccount, give } from './account.ts'
import { type Binaries } from './binaries.ts'
import { owner, passwordFile } from './endpoint.ts'
import { bareEnvironment } from './environment.ts'
import { type Home } from './home.ts'
import { signal, titled } from './processes.ts'
import { broken, refusalSaid } from './refusals.ts'
import { makeFolder, nonce, readText, writeNew } from './whole-file.ts'

/**
 * Sees to it that the home has a cluster which these binaries can run. It is made in a folder of its
 * own and renamed when it is complete, so that a first start which is cut off leaves none.
 * Asked under the home's lock.
 */
export async function ensureCluster(
  home: Home,
  account: Account | undefined,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<void> {
  dropUnfinished(home, binaries)
  if (existsSync(home.data)) return refuseOtherVersion(home, binaries)
  log(`making the database in ${home.path}`)
  const draft = join(home.path, `${draftPrefix}${nonce()}`)
  makeFolder(draft, 0o700)
  give(draft, account)
  await makeCluster(draft, home, account, binaries)
  renameSync(draft, home.data)
  settle(home.path)
}

const draftPrefix = 'data.new.'

function refuseOtherVersion(home: Home, { major }: Binaries): void {
  const said = readText(join(home.data, 'PG_VERSION'))?.trim()
  if (said === undefined || !/^\d+$/.test(said)) {
    throw broken(
      `${home.data} is not a whole PostgreSQL database: PG_VERSION in it is missing or unreadable. Put the ` +
        'directory back from a backup.',
    )
  }
  if (Number(said) === major) return
  throw broken(
    Number(said) > major
      ? `The database in ${home.data} was written by PostgreSQL ${said}, and this Throughline carries ${major}. ` +
          'Start the newer Throughline that wrote it, or choose another directory with --data.'
      : `The database in ${home.data} was written by PostgreSQL ${said}, and this Throughline carries ${major}. ` +
          'Export everything with the Throughline that wrote it, and import that into a new directory.',
  )
}

function dropUnfinished(home: Home, binaries: Binaries): void {
  const drafts = readdirSync(home.path).filter((name) => name.startsWith(draftPrefix))
  for (const draft of drafts.map((name) => join(home.path, name))) {
    // An initdb outlives the Throughline that was killed, and goes on writing.
    for (const pid of titled(initdbCommand(binaries, draft))) signal(pid, 'SIGKILL')
    dropIfStill(draft)
  }
}

/** What its last process still writes to is dropped by the next start: it is in no one's way. */
function dropIfStill(draft: string): void {
  try {
    rmSync(draft, { recursive: true, force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
  }
}

const initdbCommand = (binaries: Binaries, draft: string): string =>
  `${join(binaries.folder, 'initdb')} --pgdata=${draft}`

async function makeCluster(
  draft: string,
  home: Home,
  account: Account | undefined,
  binaries: Binaries,
): Promise<void> {
  if (!existsSync(passwordFile(home))) {
    writeNew(passwordFile(home), randomBytes(24).toString('base64url'), 0o600)
  }
  // A copy that the account may read, for as long as initdb needs it.
  const handed = `${passwordFile(home)}.${nonce()}`
  writeNew(handed, readText(passwordFile(home)) ?? '', 0o600)
  give(handed, account)
  try {
    for (const [index, ctype] of ctypes.entries()) {
      const args = [...initdbArgs(draft, binaries.major, ctype), `--pwfile=${handed}`]
      const { code, output } = await initdb(join(binaries.folder, 'initdb'), args, account)
      if (code === 0) return
      if (index < ctypes.length - 1 && /invalid locale/.test(output)) continue
      throw refusalSaid(output, home.path)
    }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(handed, { force: true })
  }
}

/**
 * Text is ordered by code point everywhere. What is a letter must be known beyond ASCII, or search
 * and trigrams are blind to it: they ask the C library, whose UTF-8 goes by various names.
 */
const ctypes: readonly string[] =
  process.platform === 'win32' ? ['C'] : ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C']

const initdbArgs = (draft: string, major: number, ctype: string): readonly string[] => [
  `--pgdata=${draft}`,
  `--username=${owner}`,
  '--encoding=UTF8',
  '--locale=C',
  `--lc-ctype=${ctype}`,
  ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
  '--auth=scram-sha-256',
  '--data-checksums',
  '--no-instructions',
]

function initdb(
  program: string,
  args: readonly string[],
  account: Account | undefined,
): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...asAccount(account),
      ...bareEnvironment(),
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

/** A rename is on the disk once its folder is; Windows has no such call and needs none. */
function settle(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
