import type { Tabs } from './tabs.ts'

/**
 * One connection for all pages: whoever holds the lock has it, and when that page goes, the browser
 * hands the lock to the next. A browser without locks keeps a connection for each page.
 */
export function tabsOf(name: string, page: string): Tabs {
  const locks = 'locks' in navigator ? navigator.locks : undefined
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined
  const gone = new AbortController()
  void locks
    ?.request(`${name} page ${page}`, { signal: gone.signal }, () => new Promise(() => undefined))
    .catch(() => undefined)
  return {
    page,
    lead: (run) => {
      const stop = new AbortController()
      if (locks === undefined || channel === undefined) void run(stop.signal)
      else
        void locks
          .request(`${name} line`, { signal: stop.signal }, () => run(stop.signal))
          .catch(() => undefined)
      return () => stop.abort()
    },
    post: (message) => channel?.postMessage(message),
    listen: (take) => {
      const hear = (event: MessageEvent): void => take(event.data)
      channel?.addEventListener('message', hear)
      return () => channel?.removeEventListener('message', hear)
    },
    open: async () => {
      const held = (await locks?.query())?.held ?? []
      const prefix = `${name} page `
      return new Set([
        page,
        ...held.flatMap((lock) =>
          lock.name?.startsWith(prefix) === true ? [lock.name.slice(prefix.length)] : [],
        ),
      ])
    },
  }
}
