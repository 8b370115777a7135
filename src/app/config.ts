import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { invalid } from '../engine/problem.ts'
import { defaultLimits, type Limits } from '../surfaces/rest/limit.ts'
import { fileSettingsOf, type FileSettings } from './files/settings.ts'
import { localProxies, proxiesOf, type Proxies } from './proxies.ts'

/** Everything that may be told to an instance from outside. Nothing else reads the environment. */
export interface Config {
  /** 0 takes any port that is free. */
  readonly port: number
  /** Absolute. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Show the sign-in link in a browser once the instance answers. */
  readonly open: boolean
  readonly sample: boolean
  readonly limits: Limits
  /** Webhooks may lead into one's own network, and unencrypted. */
  readonly webhooksToPrivate: boolean
  /** Traces and metrics go to a collector, under this name of a service; undefined sends none. */
  readonly telemetry?:
    | { readonly serviceName: string; readonly everyMs: number; readonly patienceMs: number }
    | undefined
  /** How many days a removed row can be restored before it goes for good. */
  readonly trashDays: number
  readonly files: FileSettings
  /**
   * By what address people reach this instance: scheme, host and port alone, such as
   * `https://line.example.org`. Undefined where nobody said: then by its port, from this machine.
   */
  readonly publicUrl: string | undefined
  readonly proxies: Proxies
}

export type Env = Readonly<Record<string, string | undefined>>

const defaultPort = 4600

/** Reads `start`'s own words and the environment; words win. Throws `invalid` with the word that does not fit. */
export function configOf(argv: readonly string[], env: Env, cwd: string): Config {
  const { values } = parsed(argv)
  const perSecond = env['THROUGHLINE_RATE']
  const proxies = present(env['THROUGHLINE_TRUSTED_PROXIES'])
  return {
    port: portOf(
      values.port ?? present(env['PORT']),
      values.port === undefined ? 'PORT' : '--port',
    ),
    dataDir: resolve(
      cwd,
      values.data ?? present(env['THROUGHLINE_DATA_DIR']) ?? 'throughline-data',
    ),
    databaseUrl: databaseOf(present(env['DATABASE_URL'])),
    open: values['no-open'] !== true && canShow(env),
    sample: values.sample === true,
    files: fileSettingsOf(env),
    webhooksToPrivate: yesOrNo(env, 'THROUGHLINE_WEBHOOKS_TO_PRIVATE'),
    telemetry: telemetryOf(env),
    trashDays: daysOf(present(env['THROUGHLINE_TRASH_DAYS'])),
    publicUrl: publicOf(present(env['THROUGHLINE_PUBLIC_URL'])),
    proxies: proxies === undefined ? localProxies : proxiesOf(proxies),
    limits:
      perSecond === undefined ? defaultLimits : { ...defaultLimits, principal: rateOf(perSecond) },
  }
}

/** The environment of this process. */
export const environment = (): Env => process.env

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        sample: { type: 'boolean' },
        'no-open': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw invalid(
      `${error instanceof Error ? error.message.split('. ')[0] : String(error)}. "throughline start" takes --port, --data, --sample and --no-open.`,
    )
  }
}

function portOf(text: string | undefined, from: string): number {
  if (text === undefined) return defaultPort
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1
  if (port < 0 || port > 65_535)
    throw invalid(
      `${from} is a number from 0 to 65535, and "${text}" is not. 0 takes any port that is free.`,
    )
  return port
}

function databaseOf(url: string | undefined): string | undefined {
  if (url === undefined || /^postgres(ql)?:\/\//.test(url)) return url
  throw invalid(
    'DATABASE_URL is an address such as postgres://user@host/database. Leave it unset to let Throughline run its own PostgreSQL.',
  )
}

function publicOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href)
    return url.origin
  throw invalid(
    `THROUGHLINE_PUBLIC_URL is the address by which people reach this instance, such as https://line.example.org, without a path; "${text}" is not.`,
  )
}

function rateOf(text: string): Limits['principal'] {
  const perSecond = Number(text)
  if (!(perSecond >= 1 && perSecond <= 1e6))
    throw invalid(
      'THROUGHLINE_RATE is the number of requests a second that one key or member may send, such as 3000.',
    )
  return { perSecond, burst: perSecond * 10 }
}

/** The standard variables of OpenTelemetry; where to and with which headers, its own exporters read. */
function telemetryOf(env: Env): Config['telemetry'] {
  const isAsked = ['', 'TRACES_', 'METRICS_'].some(
    (part) => present(env[`OTEL_EXPORTER_OTLP_${part}ENDPOINT`]) !== undefined,
  )
  if (!isAsked || present(env['OTEL_SDK_DISABLED'])?.toLowerCase() === 'true') return undefined
  return {
    serviceName: present(env['OTEL_SERVICE_NAME']) ?? 'throughline',
    everyMs: millisecondsOf(env, 'OTEL_METRIC_EXPORT_INTERVAL', 60_000),
    patienceMs: millisecondsOf(env, 'OTEL_EXPORTER_OTLP_TIMEOUT', 10_000),
  }
}

function millisecondsOf(env: Env, name: string, otherwise: number): number {
  const text = present(env[name])
  if (text === undefined) return otherwise
  if (!/^[1-9]\d{0,7}$/.test(text)) throw invalid(`${name} is a number of milliseconds from 1.`)
  return Number(text)
}

function daysOf(text: string | undefined): number {
  if (text === undefined) return 30
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > 3650)
    throw invalid(
      'THROUGHLINE_TRASH_DAYS is for how many days what was removed can be restored, from 1 to 3650.',
    )
  return days
}

function yesOrNo(env: Env, name: string): boolean {
  const text = present(env[name]) ?? '0'
  if (text !== '0' && text !== '1') throw invalid(`${name} is 1 for yes or 0 for no.`)
  return text === '1'
}

/** Is there a screen to open a browser on? */
const canShow = (env: Env): boolean =>
  env['CI'] === undefined &&
  (process.platform !== 'linux' ||
    present(env['DISPLAY']) !== undefined ||
    present(env['WAYLAND_DISPLAY']) !== undefined)

const present = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text
