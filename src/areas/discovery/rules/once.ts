/** Remembers what was worked out for each key. */
export function once<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as T
    const made = work(key)
    known.set(key, made)
    return made
  }
}
