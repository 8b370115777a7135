/**
 * One text for one value: keys sorted by code unit, no white space, numbers as JSON prints them,
 * `undefined` left out. History hashes these bytes, so this may never change.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  // Every change ever made passes here: no list of entries, and names are written once.
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Readonly<Record<string, unknown>>)[key]
    if (inner !== undefined) text += `${text === '' ? '' : ','}${nameOf(key)}:${canonical(inner)}`
  }
  return `{${text}}`
}

function nameOf(key: string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  const name = JSON.stringify(key)
  // Own fields have any name; the fields of the records come first and are few.
  if (names.size < 2000) names.set(key, name)
  return name
}

const names = new Map<string, string>()
