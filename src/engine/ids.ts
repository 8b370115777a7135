/**
 * UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then a counter that makes ids of one
 * process rise within a millisecond, then chance. `random` gives bytes; it is a port.
 */
export function uuid7(now: () => number, random: (count: number) => Uint8Array): () => string {
  let last = 0
  let counter = 0
  return () => {
    const at = now()
    if (at > last) {
      last = at
      const [high = 0, low = 0] = random(2)
      counter = ((high & 0x07) << 8) | low
    } else if (++counter > 0xfff) {
      last += 1
      counter = 0
    }
    const tail = random(8)
    const time = last.toString(16).padStart(12, '0')
    const rest = Array.from(tail, (byte, index) =>
      (index === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'),
    ).join('')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${rest.slice(0, 4)}-${rest.slice(4)}`
  }
}

/**
 * Ids that follow one another from a first one, which is a UUID: whoever knows it knows them all, and two
 * who decide the same over it name their rows alike.
 */
export function idsFrom(first: string): () => string {
  const head = first.slice(0, -12).toLowerCase()
  let next = Number.parseInt(first.slice(-12), 16)
  return () => {
    const id = `${head}${next.toString(16).padStart(12, '0')}`
    next = (next + 1) % 2 ** 48
    return id
  }
}

export const isUuid = (value: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)

/** The id of the actor `system`, by which history names trusted work. */
export const systemId = '00000000-0000-0000-0000-000000000000'
