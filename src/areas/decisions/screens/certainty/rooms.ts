/** Memory for many numbers that was used before: new memory takes longer to be had than to be filled, and to be cleared away. */
export interface Rooms {
  /** As many numbers as asked for, whatever they are. */
  readonly take: (length: number) => Float64Array
  /** Nobody reads or writes these any more. */
  readonly give: (numbers: Float64Array) => void
}

export function rooms(): Rooms {
  const spare: Float64Array[] = []
  return {
    take: (length) => {
      const at = spare.findIndex((room) => room.length >= length && room.length <= 2 * length)
      const [room] = at === -1 ? [] : spare.splice(at, 1)
      return (room ?? new Float64Array(Math.ceil(length * growth))).subarray(0, length)
    },
    give: ({ buffer }) => {
      spare.push(new Float64Array(buffer as ArrayBuffer))
      if (spare.length > most) spare.shift()
    },
  }
}

/** An idea that is added finds room as well. */
const growth = 1.05

/** One for each use by each count of draws. */
const most = 4
