import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { invalid } from '../../engine/problem.ts'
import type { World } from './world.ts'

/** Where to speak and as whom. */
export interface Connection {
  readonly url: string
  readonly key: string | undefined
  /** Why there is no key, when there is none: said if the instance then refuses. */
  readonly keyless: string | undefined
}

/**
 * What is said on the command line beats the environment, which beats what lies in the data directory.
 * The owner's token is sent to this machine only: it opens everything, and a mistyped address must not get it.
 */
export function connectionOf(
  world: Pick<World, 'env' | 'cwd'>,
  data: string | undefined,
): Connection {
  const folder = resolve(world.cwd, data ?? world.env['THROUGHLINE_DATA_DIR'] ?? 'throughline-data')
  const own = { url: instanceUrl(folder), key: read(join(folder, 'owner.token')) }
  const told = {
    url: present(world.env['THROUGHLINE_URL']),
    key: present(world.env['THROUGHLINE_KEY']),
  }
  const url = address(
    (data === undefined ? (told.url ?? own.url) : (own.url ?? told.url)) ?? 'http://127.0.0.1:4600',
  )
  const ownKey = isLoopback(url) ? own.key.text : undefined
  const key = data === undefined ? (told.key ?? ownKey) : (ownKey ?? told.key)
  return { url, key, keyless: key === undefined ? whyNoKey(url, folder, own.key.fault) : undefined }
}

const present = (value: string | undefined): string | undefined =>
  value === undefined || value.trim() === '' ? undefined : value.trim()

function address(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw invalid(
      `"${text}" is no address of an instance. Set THROUGHLINE_URL to one such as http://127.0.0.1:4600.`,
    )
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

function instanceUrl(folder: string): string | undefined {
  const { text } = read(join(folder, 'instance.json'))
  if (text === undefined) return undefined
  try {
    const url: unknown = (JSON.parse(text) as { readonly url?: unknown }).url
    return typeof url === 'string' ? url : undefined
  } catch {
    return undefined
  }
}

function read(path: string): { readonly text?: string | undefined; readonly fault?: string } {
  try {
    return { text: present(readFileSync(path, 'utf8')) }
  } catch (fault) {
    return { fault: (fault as NodeJS.ErrnoException).code ?? 'unreadable' }
  }
}

const isLoopback = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)

function whyNoKey(url: string, folder: string, fault: string | undefined): string {
  if (!isLoopback(url)) return 'Set THROUGHLINE_KEY to a key of that workspace.'
  if (fault === 'EACCES' || fault === 'EPERM')
    return `The owner's token in ${folder} belongs to another user. Set THROUGHLINE_KEY, or run this as that user.`
  return `There is no owner's token in ${folder}. Name the data directory with --data, or set THROUGHLINE_KEY.`
}
