/** An event as it came over a stream. */
export interface Heard {
  readonly event: string
  readonly id: string | undefined
  readonly data: Readonly<Record<string, unknown>>
  /** When it was here. */
  readonly at: number
}

/** A live stream of an instance, read as it comes. */
export interface Listening {
  readonly status: number
  readonly headers: Headers
  /** Everything that was heard, comments left out. */
  readonly heard: readonly Heard[]
  /** The place to come back to. */
  readonly place: () => string | undefined
  /** The next event of this name that was not waited for before. */
  readonly next: (event: string) => Promise<Heard>
  /** Settles when the stream is over, by whichever side. */
  readonly over: Promise<void>
  readonly close: () => void
}

export async function listenTo(
  url: string,
  key: string,
  asked: { readonly after?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Listening> {
  const leave = new AbortController()
  const response = await fetch(
    `${url}/api/v1/live${asked.after === undefined ? '' : `?after=${asked.after}`}`,
    {
      headers: { ...(key === '' ? {} : { authorization: `Bearer ${key}` }), ...asked.headers },
      signal: leave.signal,
    },
  )
  const heard: Heard[] = []
  const waiting = new Map<string, ((one: Heard) => void)[]>()
  const taken = new Map<string, number>()
  let place: string | undefined
  const settle = (one: Heard): void => {
    heard.push(one)
    const first = waiting.get(one.event)?.shift()
    if (first === undefined) return
    taken.set(one.event, (taken.get(one.event) ?? 0) + 1)
    first(one)
  }
  const over = (async () => {
    let text = ''
    const decoder = new TextDecoder()
    try {
      for await (const chunk of response.body ?? []) {
        text += decoder.decode(chunk as Uint8Array, { stream: true })
        for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
          const lines = text.slice(0, end).split('\n')
          text = text.slice(end + 2)
          const valueOf = (name: string): string | undefined =>
            lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
          place = valueOf('id') ?? place
          const data = valueOf('data')
          if (data !== undefined)
            settle({
              event: valueOf('event') ?? 'message',
              id: valueOf('id'),
              data: JSON.parse(data) as Heard['data'],
              at: performance.now(),
            })
        }
      }
    } catch {
      // Left by us, or cut: either way it is over.
    }
  })()
  return {
    status: response.status,
    headers: response.headers,
    heard,
    place: () => place,
    next: (event) => {
      const nth = (taken.get(event) ?? 0) + (waiting.get(event)?.length ?? 0)
      const there = heard.filter((one) => one.event === event)[nth]
      if (there !== undefined) {
        taken.set(event, nth + 1)
        return Promise.resolve(there)
      }
      return new Promise((tell) => {
        waiting.set(event, [...(waiting.get(event) ?? []), tell])
      })
    },
    over,
    close: () => leave.abort(),
  }
}

/** A snapshot, read whole. */
export async function snapshotOf(
  url: string,
  key: string,
  query = '',
): Promise<{
  readonly seq: number
  readonly rows: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>
}> {
  const response = await fetch(`${url}/api/v1/snapshot${query}`, {
    headers: { authorization: `Bearer ${key}` },
  })
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!response.ok || first === undefined || last?.['end'] !== true)
    throw new Error(`no snapshot: ${JSON.stringify(first)}`)
  const rows = new Map<string, Readonly<Record<string, unknown>>[]>()
  for (const name of first['records'] as readonly string[]) rows.set(name, [])
  for (const line of lines.slice(1, -1))
    rows
      .get(line['record'] as string)
      ?.push(...(line['rows'] as Readonly<Record<string, unknown>>[]))
  return { seq: first['seq'] as number, rows }
}
