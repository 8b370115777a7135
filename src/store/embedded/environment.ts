/**
 * What PostgreSQL's programs see as their environment: nothing of ours, neither our secrets nor a
 * PGDATA or PGPORT that an owner has set for another PostgreSQL. Windows's programs do not start
 * without what Windows has set, and there they get it all.
 */
export function bareEnvironment(): { readonly env?: Readonly<Record<string, string>> } {
  if (process.platform === 'win32') return {}
  return { env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' } }
}
