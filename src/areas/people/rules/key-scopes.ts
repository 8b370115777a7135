/**
 * What an API key may touch, beyond what its role allows. A scope is `read:` or `write:` with the plural
 * of a record or `*`; writing takes reading in. A key without scopes may do all that its role may.
 */
export function keyAllows(
  scopes: readonly string[] | null,
  way: 'read' | 'write',
  plural: string,
): boolean {
  if (scopes === null || scopes.length === 0) return true
  const ways = way === 'read' ? ['read', 'write'] : ['write']
  return scopes.some((one) => {
    const [said = '', of = ''] = one.split(':')
    return ways.includes(said) && (of === '*' || of === plural)
  })
}

/** The scopes that are not worded as scopes. */
export const wrongScopes = (scopes: readonly string[]): readonly string[] =>
  scopes.filter((one) => !/^(read|write):(\*|[a-z]+(-[a-z]+)*)$/.test(one))

/** Every scope there is. */
export const scopesOf = (plurals: readonly string[]): readonly string[] =>
  ['*', ...plurals].flatMap((plural) => [`read:${plural}`, `write:${plural}`])
