import type { Readable } from 'node:stream'
import { Readable as Stream } from 'node:stream'
import type { Row } from '../../engine/record.ts'
import { isPicture } from './picture.ts'
import type { Answer } from '../../surfaces/rest/answer.ts'

/**
 * How a file goes out. Only an image that was drawn anew is shown where it is asked for; everything else is
 * there to be kept, since a page or a drawing of a stranger would act in this place's name. Nothing of it
 * is guessed at, run or held by others, and whoever asks again is asked again who they are.
 */
export function headersOf(row: Row, how: 'shown' | 'kept'): Answer['headers'] {
  const isShown = how === 'shown' && isDrawn(row)
  return {
    'Content-Type': isDrawn(row) ? String(row['type']) : outerType(String(row['type'])),
    'Content-Length': String(row['size']),
    'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; ${nameSaid(String(row['name']))}`,
    'Content-Security-Policy':
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'none',
    Vary: 'Cookie, Authorization',
    ETag: etagOf(row),
  }
}

export const etagOf = (row: Row): string => `"${String(row['sha256'])}"`

/** Was it an image, and drawn anew by this instance? */
export const isDrawn = (row: Row): boolean =>
  typeof row['width'] === 'number' && isPicture(String(row['type']))

/** The body of an answer, opened already. */
export const bodyOf = (bytes: Readable): ReadableStream<Uint8Array> =>
  Stream.toWeb(bytes) as ReadableStream<Uint8Array>

/** What a browser could act on goes out as bytes without a meaning; the row says what it is. */
const outerType = (type: string): string =>
  /^(text\/(plain|csv|calendar)|application\/(pdf|zip|gzip|json)|audio\/|video\/)/.test(type)
    ? type === 'text/plain'
      ? 'text/plain; charset=utf-8'
      : type
    : 'application/octet-stream'

/** The name twice: in ASCII for old clients, and whole (RFC 6266, RFC 8187). */
function nameSaid(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}
