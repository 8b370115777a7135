import type { CallToolResult } from '@modelcontextprotocol/server'

/**
 * A file as an assistant is given it: an image as an image, a text as a resource, so that neither is taken
 * for something that this server says. Of anything else, or of more than an assistant can take in, only what
 * it is.
 */
export async function fileTold(response: Response, uri: string): Promise<CallToolResult> {
  const mimeType = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const size = Number(response.headers.get('content-length') ?? 0)
  const isImage = mimeType.startsWith('image/')
  const isText = mimeType.startsWith('text/') || mimeType === 'application/json'
  if ((isImage && size <= mostOfImage) || (isText && size <= mostOfText)) {
    const bytes = Buffer.from(await response.arrayBuffer())
    return isImage
      ? { content: [{ type: 'image', data: bytes.toString('base64'), mimeType }] }
      : {
          content: [
            { type: 'resource', resource: { uri, mimeType, text: bytes.toString('utf8') } },
          ],
        }
  }
  await response.body?.cancel()
  const says = { uri, mimeType, size, told: false, most: isImage ? mostOfImage : mostOfText }
  return { content: [{ type: 'text', text: JSON.stringify(says) }], structuredContent: says }
}

/** In bytes. */
const mostOfImage = 2_000_000
const mostOfText = 200_000
