import { Buffer } from 'node:buffer'
import type { Catalogue } from '../../engine/catalogue.ts'
import { text } from '../../engine/field.ts'
import { invalid, must } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { parseInput } from '../../engine/schema.ts'
import { inputSchema } from '../rest/schemas.ts'
import type { Plain } from '../plain.ts'
import type { Tool } from './tools.ts'

/** In characters: what fits into one call, whatever it is. */
const most = 700_000

/** The tool that sends a file, of a record whose rows stand for files. What the file is, is found out from its bytes. */
export function sendTool(kind: RecordKind, catalogue: Catalogue): readonly Tool[] {
  if (kind.file === undefined) return []
  const { name, says, may, promises = [], input: asked } = must(catalogue.command(kind.file))
  const { id: _, ...own } = asked
  const input = {
    ...own,
    name: text({ label: 'File name', max: 200, required: true, help: 'Such as notes.txt' }),
    text: text({ label: 'Text', max: most, lines: 'many', help: 'What a text file holds' }),
    base64: text({ label: 'Base64', max: most, lines: 'many', help: 'What any other file holds' }),
  } as const
  return [
    {
      name,
      title: says,
      description: `${says}, up to ${(most * 0.75) / 1000} kB; larger ones by REST or the command line. Its bytes come as text or as base64.`,
      input: inputSchema(input),
      way: 'write',
      plurals: [kind.plural],
      may,
      access: kind.create,
      promises,
      question: (given) => {
        const {
          name: called,
          text: _text,
          base64: _base64,
          ...rest
        } = parseInput({ says, input }, given)
        return {
          method: 'POST',
          path: `/${kind.plural}`,
          given: rest,
          file: { name: String(called), bytes: bytesOf(given) },
        }
      },
    },
  ]
}

/** As they were given: a text as a field of a record would lose what stands around it. */
function bytesOf(given: Plain): Uint8Array<ArrayBuffer> {
  const { text: written, base64 } = given
  if (typeof written === 'string' && (base64 ?? null) === null)
    return new Uint8Array(Buffer.from(written, 'utf8'))
  if (typeof base64 === 'string' && (written ?? null) === null && isBase64(base64))
    return new Uint8Array(Buffer.from(base64, 'base64'))
  throw invalid('Give what the file holds once: as text, or as base64.', [
    { at: typeof base64 === 'string' ? 'base64' : 'text', says: 'Either of the two.' },
  ])
}

const isBase64 = (given: string): boolean =>
  given.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(given)
