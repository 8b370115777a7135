import { defaultLimits } from '../surfaces/rest/limit.ts'
import type { Config } from './config.ts'
import { defaultFiles } from './files/settings.ts'
import { localProxies } from './proxies.ts'

/** What an instance is told where a test has no wish of its own: any port, nothing opened, no sample. */
export const plainConfig = (place: {
  readonly dataDir: string
  readonly databaseUrl: string
}): Config & { readonly databaseUrl: string } => ({
  ...place,
  port: 0,
  open: false,
  sample: false,
  webhooksToPrivate: false,
  trashDays: 30,
  files: defaultFiles,
  publicUrl: undefined,
  proxies: localProxies,
  limits: defaultLimits,
})
