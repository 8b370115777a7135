import { say, words } from '../words/say.ts'
import { base, saidBy, spokenFor, Unreachable, type Written } from './api.ts'

/** How an upload goes. */
export interface Uploading {
  /** Called with the bytes that went so far. */
  readonly onSent: (bytes: number) => void
  /** Aborted: nothing of it stays, and the promise rejects with an AbortError. */
  readonly signal: AbortSignal
  /** The same for every try of one upload, so that it is done once. */
  readonly key: string
}

/** Writes with a file, and says how far it is, which only the older way of asking tells. */
export function upload<T>(
  path: string,
  file: File,
  { onSent, signal, key }: Uploading,
): Promise<Written<T>> {
  return new Promise((resolve, reject) => {
    const aborted = (): void => reject(new DOMException('aborted', 'AbortError'))
    if (signal.aborted) return aborted()
    const request = new XMLHttpRequest()
    request.open('POST', `${base}${path}`)
    const headers = {
      'Accept-Language': words().language.locale,
      'Content-Type': 'application/octet-stream',
      'Idempotency-Key': key,
      'Throughline-File-Name': encodeURIComponent(file.name),
      ...spokenFor(),
    }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded))
    request.addEventListener('abort', aborted)
    request.addEventListener('error', () =>
      reject(
        new Unreachable(
          say('Throughline does not answer. The file was not sent; try again when it is back.'),
        ),
      ),
    )
    request.addEventListener('load', () => {
      try {
        const retry = request.getResponseHeader('Retry-After')
        const body = saidBy(request.status, request.responseText, retry) as T
        resolve({ body, seq: Number(request.getResponseHeader('Throughline-Seq') ?? 0) })
      } catch (error) {
        reject(error)
      }
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
