import { createHash, hash } from 'node:crypto'

/** SHA-256 of parts, one after the other; texts as UTF-8. */
export function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  let most = 0
  for (const part of parts) most += typeof part === 'string' ? part.length * 3 : part.length
  if (most > pad.length) return inPieces(parts)
  // In one piece, put together in one place: a large write has hundreds of thousands of them.
  let end = 0
  for (const part of parts)
    end += typeof part === 'string' ? pad.write(part, end, 'utf8') : part.copy(pad, end)
  return hash('sha256', pad.subarray(0, end), 'buffer')
}

const pad = Buffer.alloc(64 * 1024)

function inPieces(parts: readonly (Buffer | string)[]): Buffer {
  const made = createHash('sha256')
  for (const part of parts) {
    if (typeof part === 'string') made.update(part, 'utf8')
    else made.update(part)
  }
  return made.digest()
}
