/**
 * The name of the session cookie. Over https it carries `__Host-`, which binds it to this host. Plain
 * http on this machine cannot have that, and cookies know no ports: there the port is in the name, so
 * that two instances do not sign each other out.
 */
export const cookieName = (scheme: 'http' | 'https', port: number): string =>
  scheme === 'https' ? '__Host-throughline' : `throughline-${port}`

export const sessionDays = 30

export function sessionCookie(scheme: 'http' | 'https', port: number, secret: string): string {
  return `${cookieName(scheme, port)}=${secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${sessionDays * 86_400}${scheme === 'https' ? '; Secure' : ''}`
}

export const noCookie = (scheme: 'http' | 'https', port: number): string =>
  `${cookieName(scheme, port)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${scheme === 'https' ? '; Secure' : ''}`
