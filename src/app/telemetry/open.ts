import { AsyncLocalStorage } from 'node:async_hooks'
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
} from '@opentelemetry/api'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { Problem } from '../../engine/problem.ts'
import type { Watch } from '../../engine/watch.ts'
import type { Handle } from '../http.ts'
import { standingMeters } from './standing.ts'
import type { Telemetry } from './watching.ts'

export interface TelemetryGiven {
  readonly version: string
  readonly serviceName: string
  /** How often metrics are sent, and how long a collector is waited for; milliseconds. */
  readonly everyMs: number
  readonly patienceMs: number
}

/** What one piece of work is done within. */
interface Within {
  readonly context: Context
  /** The template of the address, once the request has come to its route. */
  route: string | undefined
}

/**
 * Opens traces and metrics by OTLP over HTTP, as JSON. Where to, and with which headers, the exporters read
 * from the standard variables. What is sent are names of the declaration, templates, times and counts: no
 * span is given a value that a request, a row or a person brought in. A collector that is away is not waited
 * for: what it does not take is dropped.
 */
export function openTelemetry(given: TelemetryGiven): Telemetry {
  const { version, serviceName, everyMs, patienceMs } = given
  const resource = resourceFromAttributes({
    'service.name': serviceName,
    'service.version': version,
  })
  const timeoutMillis = patienceMs
  const tracers = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ timeoutMillis }),
        exportTimeoutMillis: patienceMs,
        scheduledDelayMillis: Math.min(5000, everyMs),
      }),
    ],
  })
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ timeoutMillis }),
    exportIntervalMillis: everyMs,
    exportTimeoutMillis: Math.min(everyMs, patienceMs),
  })
  const meters = new MeterProvider({ resource, readers: [reader] })
  const tracer = tracers.getTracer('throughline', version)
  const meter = meters.getMeter('throughline', version)
  const requests = meter.createHistogram('http.server.request.duration', {
    unit: 's',
    advice: { explicitBucketBoundaries: seconds },
  })
  const works = meter.createHistogram('throughline.work.duration', {
    unit: 's',
    description: 'Commands, transactions, readings and deliveries',
    advice: { explicitBucketBoundaries: seconds },
  })
  const groups = meter.createHistogram('throughline.commit_group.size', {
    unit: '{command}',
    advice: { explicitBucketBoundaries: [1, 2, 4, 8, 16, 32, 64] },
  })
  const here = new AsyncLocalStorage<Within>()

  const during: Watch['during'] = (work, name, run, outcome) => {
    const within = here.getStore()
    const span = tracer.startSpan(
      `${work} ${name}`,
      { kind: work === 'delivery' ? SpanKind.CLIENT : SpanKind.INTERNAL },
      within?.context ?? ROOT_CONTEXT,
    )
    const began = performance.now()
    const end = (how: string, isFault: boolean): void => {
      const facts: Attributes = { 'throughline.work': work, 'throughline.outcome': how }
      span.setAttributes({ ...facts, 'throughline.name': name })
      if (isFault) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
      works.record((performance.now() - began) / 1000, facts)
    }
    const context = trace.setSpan(within?.context ?? ROOT_CONTEXT, span)
    return here.run({ context, route: undefined }, async () => {
      try {
        const done = await run()
        end(outcome?.(done) ?? 'done', false)
        return done
      } catch (error) {
        // the code of a refusal is of a few; what it says may name what it is about
        end(error instanceof Problem ? error.code : 'fault', !(error instanceof Problem))
        throw error
      }
    })
  }

  const watched =
    (handle: Handle): Handle =>
    async (request, env) => {
      const parent = propagator.extract(ROOT_CONTEXT, request.headers, parentOnly)
      const method = methods.has(request.method) ? request.method : '_OTHER'
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER }, parent)
      const began = performance.now()
      const within: Within = { context: trace.setSpan(parent, span), route: undefined }
      let status = 500
      try {
        const response = await here.run(within, async () => handle(request, env))
        status = response.status
        return response
      } finally {
        const route = within.route ?? placeOf(request.url)
        const facts: Attributes = {
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
        }
        span.updateName(`${method} ${route}`)
        span.setAttributes(facts)
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
        requests.record((performance.now() - began) / 1000, facts)
      }
    }

  return {
    watch: { during, group: (size) => groups.record(size) },
    route: (template) => {
      const within = here.getStore()
      if (within !== undefined) within.route = template
    },
    watched,
    stand: (standing) => standingMeters(meter, standing),
    close: async (graceMs) => {
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs)
      })
      await Promise.race([Promise.allSettled([tracers.shutdown(), meters.shutdown()]), enough])
      clearTimeout(timer)
    },
  }
}

/** Bounds of durations in seconds, as the conventions for HTTP have them. */
const seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]

const methods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
])

const propagator = new W3CTraceContextPropagator()

/** Which trace the caller is in, and nothing else that the caller says: `tracestate` could hold anything. */
const parentOnly = {
  get: (headers: Headers, name: string) =>
    name === 'traceparent' ? (headers.get(name) ?? undefined) : undefined,
  keys: () => ['traceparent'],
}

/** Where a request went that came to no route of the API, without what it named. */
function placeOf(url: string): string {
  const { pathname } = new URL(url)
  if (['/livez', '/readyz', '/mcp', '/api'].includes(pathname)) return pathname
  const [, first = ''] = pathname.split('/')
  if (pathname.startsWith('/api/v1/')) return '/api/v1/*'
  return ['sign-in', 'sign-out', 'w', 'assets', 'problems'].includes(first) ? `/${first}/*` : '/*'
}
