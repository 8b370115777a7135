import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Endpoint } from './endpoint.ts'
import { type Home } from './home.ts'
import { replaceFile } from './whole-file.ts'

/**
 * Writes the files that the server of a home is started with. They lie beside its data, not in it,
 * where a server that does not run as root could put a link in their place. What an owner wants
 * otherwise goes into `own.conf` beside them, or through ALTER SYSTEM; both win over ours.
 */
export function writeSettings(home: Home, endpoint: Endpoint, major: number): void {
  const own = fileOf(home, 'own.conf')
  const mine = settings(endpoint, major, home.key)
  const lines = [
    `include ${quoted(join(home.data, 'postgresql.conf'))}`,
    ...Object.entries(mine).map(([name, value]) => `${name} = ${quoted(value)}`),
    `hba_file = ${quoted(fileOf(home, 'access.conf'))}`,
    `ident_file = ${quoted(join(home.data, 'pg_ident.conf'))}`,
    ...(existsSync(own) ? [`include ${quoted(own)}`] : []),
  ]
  write(home, 'server.conf', `${lines.join('\n')}\n`)
  write(home, 'access.conf', access(endpoint))
}

/** The file with which the server of a home is started. */
export const settingsFile = (home: Home): string => fileOf(home, 'server.conf')

/** What stands before every title of the server's processes; `ps` and we know them by it. */
export const titleOf = (key: string): string => `throughline-${key}`

function settings(
  endpoint: Endpoint,
  major: number,
  key: string,
): Readonly<Record<string, string>> {
  return {
    ...(endpoint.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: `"${endpoint.directory}"` }
      : { listen_addresses: '127.0.0.1', unix_socket_directories: '' }),
    port: String(endpoint.port),
    cluster_name: titleOf(key),
    // What was acknowledged is on disk.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Two cores and little memory.
    max_connections: '60',
    shared_buffers: '128MB',
    wal_buffers: '16MB',
    effective_cache_size: '512MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_worker_processes: '4',
    max_parallel_workers: '2',
    max_parallel_workers_per_gather: '1',
    max_logical_replication_workers: '0',
    autovacuum_max_workers: '2',
    jit: 'off',
    random_page_cost: '1.1',
    ...(major >= 18 ? { io_method: 'sync' } : {}),
    // The same answers on every machine.
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    default_text_search_config: 'pg_catalog.simple',
    // What goes wrong, without the sentences of customers that statements and rows hold.
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    logging_collector: 'off',
    log_destination: 'stderr',
  }
}

/** Whoever gets into the socket's folder, which is the account's alone, could read the data too. */
const access = (endpoint: Endpoint): string =>
  endpoint.kind === 'socket' ? 'local all all trust\n' : 'host all all 127.0.0.1/32 scram-sha-256\n'

// Nothing in them is secret, and the server reads them as another user.
const write = (home: Home, name: string, text: string): void =>
  replaceFile(fileOf(home, name), text, 0o644)

const fileOf = (home: Home, name: string): string => join(home.path, name)

/** A value in PostgreSQL's settings: a backslash escapes, a quote is doubled. */
const quoted = (value: string): string =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
