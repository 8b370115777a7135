import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Catalogue } from '../../engine/catalogue.ts'
import { invalid, must, Problem } from '../../engine/problem.ts'
import type { RecordKind } from '../../engine/record.ts'
import { part } from './api.ts'
import { oneLine } from './rows.ts'
import { common, place, placeOf, valueOf, type Given, type Hand, type Verb } from './verb.ts'
import { tameLine } from './width.ts'
import { whollyInto } from './whole-file.ts'
import { isClosedPipe } from './world.ts'
import { causeHeader, writing } from './write-verbs.ts'

/** What one does with a record that stands for files: brings one in, and takes it out again. */
export const fileVerbs = (catalogue: Catalogue): readonly Verb[] =>
  catalogue.records.flatMap((kind) =>
    kind.file === undefined ? [] : [bringing(kind, kind.file, catalogue), taking(kind)],
  )

function bringing(kind: RecordKind, name: string, catalogue: Catalogue): Verb {
  const says = must(catalogue.command(name), name).says
  return {
    path: [name],
    says: `${says}; an image loses everything but its pixels`,
    places: [
      place('on', 'the ref of the record that it is about'),
      { name: 'file', says: 'a file of any type', required: true, file: true },
    ],
    options: [
      { flag: 'name', value: 'name', says: 'what to call it (the name of the file)' },
      ...writing,
    ],
    examples: [`${name} REF-1 drawing.png`],
    group: 'More verbs:',
    run: (given, hand) => bringIn(kind, given, hand),
  }
}

async function bringIn(kind: RecordKind, given: Given, hand: Hand): Promise<void> {
  const named = placeOf(given, 'file')
  const path = resolve(hand.world.cwd, named)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error)
    throw new Problem(
      'unknown',
      `The file ${named} cannot be read (${found.code ?? found.message}). Check its name and whether you may read it.`,
    )
  if (!found.isFile()) throw invalid(`${named} is not a file. Name one file.`)
  const { text, body } = await hand.api.ask({
    method: 'POST',
    path: `/${kind.plural}`,
    query: [['on', placeOf(given, 'on')]],
    headers: {
      'content-type': 'application/octet-stream',
      'throughline-file-name': encodeURIComponent(valueOf(given, 'name') ?? basename(path)),
      ...causeHeader(given),
    },
    stream: { open: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> },
  })
  await hand.out(hand.json ? `${text}\n` : oneLine(kind, body, hand.paint))
}

function taking(kind: RecordKind): Verb {
  return {
    path: [kind.name, 'download'],
    says: 'Take the file itself out',
    places: [place('ref', `such as ${kind.prefix}-1, or an id`)],
    options: [
      {
        flag: 'out',
        value: 'file',
        says: 'write to this file, which appears when it is whole; - for stdout (its own name)',
        file: true,
      },
      ...common,
    ],
    examples: [`${kind.name} download ${kind.prefix}-1 --out drawing.png`],
    group: 'Records:',
    run: (given, hand) => takeOut(kind, given, hand),
  }
}

async function takeOut(kind: RecordKind, given: Given, hand: Hand): Promise<void> {
  const at = `/${kind.plural}/${part(placeOf(given, 'ref'))}`
  const { text, body } = await hand.api.ask({ path: at })
  const out = valueOf(given, 'out') ?? basename(String(body['name']))
  const from = await hand.api.open({ path: `${at}/content`, headers: { accept: '*/*' } })
  if (out === '-') {
    await pipeline(from, hand.world.stdout, { end: false }).catch((fault: unknown) => {
      if (!isClosedPipe(fault)) throw fault
    })
    return
  }
  const path = resolve(hand.world.cwd, out)
  // What a stranger called a file must not be written over something of one's own.
  if (valueOf(given, 'out') === undefined && (await stat(path).catch(() => undefined)))
    throw new Problem('taken', `${path} is there already. Name another file with --out.`)
  await whollyInto(path, (file) => pipeline(from, file))
  if (hand.json) return hand.out(`${text}\n`)
  const bytes = Number(body['size']).toLocaleString('en')
  await hand.err(hand.paintErr('muted', `${bytes} bytes in ${tameLine(out)}\n`))
}
