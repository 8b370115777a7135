import { sha256 } from './sha256.ts'

/** A Merkle tree that grows leaf by leaf and keeps only what its root still needs. */
export interface Tree {
  readonly add: (leaf: Buffer) => void
  readonly size: () => number
  /** RFC 6962, section 2.1: 0x00 before a leaf, 0x01 before a pair. */
  readonly root: () => Buffer
}

/**
 * The whole subtrees so far, the largest first. Two of one height become one above them, so that
 * there are as many as the count of leaves has ones in its binary digits.
 */
export function growTree(): Tree {
  const whole: { readonly height: number; readonly hash: Buffer }[] = []
  let size = 0
  return {
    add: (leaf) => {
      let hash = sha256(zero, leaf)
      let height = 0
      for (let last = whole.at(-1); last?.height === height; last = whole.at(-1)) {
        whole.pop()
        hash = pairOf(last.hash, hash)
        height += 1
      }
      whole.push({ height, hash })
      size += 1
    },
    size: () => size,
    root: () =>
      whole.length === 0
        ? sha256()
        : whole.map(({ hash }) => hash).reduceRight((right, left) => pairOf(left, right)),
  }
}

const pairOf = (left: Buffer, right: Buffer): Buffer => sha256(one, left, right)

const zero = Buffer.from([0])
const one = Buffer.from([1])
