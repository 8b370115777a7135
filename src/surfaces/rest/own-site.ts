import { denied } from '../../engine/problem.ts'

/**
 * Against DNS rebinding: a page of a stranger whose name was made to lead to this machine. A browser says
 * with every such request whose page sent it, so an Origin must be of this machine and of the host that
 * was asked; and who speaks to this machine directly must call it by a name of its own. What a proxy
 * forwards comes under the name that the proxy was asked by.
 */
export function checkOwnSite(header: (name: string) => string | undefined): void {
  const [host, origin] = [header('host'), header('origin')]
  const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host'].some(
    (name) => header(name) !== undefined,
  )
  if (origin === undefined ? forwarded || isHere(`http://${host}`) : isOwn(origin, host)) return
  throw denied(
    'This was sent by a page of another site, or under a name that is not of this machine. Send it from a program, to 127.0.0.1 or localhost, or through a proxy.',
  )
}

const isOwn = (origin: string, host: string | undefined): boolean =>
  isHere(origin) && new URL(origin).host === host?.toLowerCase()

const isHere = (address: string): boolean =>
  URL.canParse(address) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname)
