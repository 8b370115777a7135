/** Draws dealt into parts, of which each can judge what was learnt from the others. */
export interface Deal {
  /** The draws in their new order, part after part. */
  readonly order: Uint32Array
  /** Where each part ends in that order, ascending; the last is the number of draws. */
  readonly ends: readonly number[]
}

/**
 * Into ten parts: each ten draws in a row go to ten parts, by an order that a hash of their number turns
 * (the mix that ends MurmurHash3, Appleby 2011). Always the same for the same number of draws; and draws
 * that follow a pattern, such as a grid or pairs, do not all come into one part.
 */
export function dealOf(draws: number): Deal {
  const parts = Math.min(mostParts, draws)
  const dealt = Array.from({ length: parts }, (): number[] => [])
  for (let draw = 0; draw < draws; draw += 1)
    dealt[(draw + mixed(Math.floor(draw / parts))) % parts]?.push(draw)
  let end = 0
  return {
    order: Uint32Array.from(dealt.flat()),
    ends: dealt.map((part) => (end += part.length)),
  }
}

export function inOrder(values: Float64Array, deal: Deal): Float64Array {
  const { order } = deal
  const turned = new Float64Array(order.length)
  for (let place = 0; place < order.length; place += 1)
    turned[place] = values[order[place] ?? 0] ?? 0
  return turned
}

const mostParts = 10

function mixed(number: number): number {
  let value = Math.imul(number + 1, 0x9e3779b1)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
