import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What a file is by its content. Its name is not asked: whoever sends a file chooses that. */
export async function typeOf(path: string): Promise<string> {
  const known = await fileTypeFromFile(path)
  if (known !== undefined && known.mime !== 'application/xml') return known.mime
  const head = await headOf(path)
  if (!isText(head)) return known?.mime ?? 'application/octet-stream'
  const text = new TextDecoder().decode(head)
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml'
  if (/^\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|script|iframe)[\s>]/is.test(text))
    return 'text/html'
  return known?.mime ?? 'text/plain'
}

/** So many bytes tell a text from what is none. */
const enough = 64 * 1024

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(enough), 0, enough, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** UTF-8 without the controls that no text has; a character may be cut where the head ends. */
function isText(head: Uint8Array): boolean {
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length === enough })
    return true
  } catch {
    return false
  }
}
