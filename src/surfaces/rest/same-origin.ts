import { denied } from '../../engine/problem.ts'

/**
 * A write that a browser sends by its cookie must come from our own pages. Fetch Metadata says so;
 * a browser without it must send an Origin that is the host it speaks to. Neither there: refused.
 */
export function checkSameOrigin(header: (name: string) => string | undefined): void {
  const site = header('sec-fetch-site')
  if (site === 'same-origin' || site === 'none') return
  if (site === undefined && isOwn(header('origin'), header('host'))) return
  throw denied(
    'This write came from another site, or its browser does not say from where. Send it from a page of this instance, or with a key in the header Authorization.',
  )
}

function isOwn(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false
  return new URL(origin).host === host.toLowerCase()
}
