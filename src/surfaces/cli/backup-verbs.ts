import { open, stat, type FileHandle } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Problem } from '../../engine/problem.ts'
import { dataOption, isGiven, jsonOption, placeOf, valueOf, type Hand, type Verb } from './verb.ts'
import { whollyInto } from './whole-file.ts'
import type { Kept } from '../../store/backup/backup.ts'

/** `backup` and `restore`: everything an instance holds, at the machine where its data lies. */
export const backupVerbs: readonly Verb[] = [
  {
    path: ['backup'],
    says: 'Write everything this instance holds into one file, while it goes on; whoever has the file has all of it',
    places: [],
    options: [
      {
        flag: 'out',
        value: 'file',
        says: 'write to this file, which appears when it is whole (throughline-DATE.backup)',
        file: true,
      },
      { ...jsonOption, says: 'say what it holds as JSON' },
      dataOption,
    ],
    examples: ['backup', 'backup --out /var/backups/throughline.backup'],
    group: 'This instance:',
    run: async (given, hand) => {
      const at = hand.world.keeping.now().toISOString()
      const name = valueOf(given, 'out') ?? `throughline-${at.replace(/[:.]/g, '-')}.backup`
      const path = resolve(hand.world.cwd, name)
      await refuseThere(path)
      const kept = await whollyInto(
        path,
        (out) => hand.world.keeping.write(valueOf(given, 'data'), out, at, teller(hand)),
        ownerOnly,
      )
      await told(hand, kept, `${path}, ${sizeSaid((await stat(path)).size)}`, { file: path })
    },
  },
  {
    path: ['restore'],
    says: 'Put a backup into an empty instance, or prove with --verify that it can be',
    places: [{ name: 'file', says: 'what "throughline backup" wrote', required: true, file: true }],
    options: [
      {
        flag: 'verify',
        says: 'restore it into a database of its own, compare all of it, and take that away again',
      },
      { ...jsonOption, says: 'say what was restored as JSON' },
      dataOption,
    ],
    examples: [
      'restore throughline.backup --verify',
      'restore throughline.backup --data ./restored',
    ],
    group: 'This instance:',
    run: async (given, hand) => {
      const path = resolve(hand.world.cwd, placeOf(given, 'file'))
      const isDrill = isGiven(given, 'verify')
      const file = await opened(path)
      const source = file.createReadStream()
      const { keeping } = hand.world
      try {
        const kept = isDrill
          ? await keeping.drill(source, teller(hand))
          : await keeping.restore(valueOf(given, 'data'), source, teller(hand))
        const done = isDrill ? 'was restored and compared; nothing of it was kept' : 'is restored'
        await told(hand, kept, `The state of ${kept.at} ${done}`, { verified: true })
      } finally {
        source.destroy()
        await file.close()
      }
    },
  },
]

/** Says how it goes on a terminal's second stream, table by table. */
const teller =
  (hand: Hand) =>
  ({ table, rows }: { readonly table: string; readonly rows: number }): void => {
    if (rows > 0 && !hand.json)
      void hand.err(hand.paintErr('muted', `${table}: ${rows.toLocaleString('en')}\n`))
  }

async function told(hand: Hand, kept: Kept, says: string, more: object): Promise<void> {
  if (hand.json) return hand.out(`${JSON.stringify({ ...more, ...kept })}\n`)
  const histories = kept.workspaces
    .map(
      ({ slug, commits }) =>
        `\nThe history of ${slug} holds: ${commits.toLocaleString('en')} commits.`,
    )
    .join('')
  const { count, bytes, damaged = [] } = kept.files
  const files =
    count === 0
      ? ''
      : `, and ${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'} of ${sizeSaid(bytes)}`
  const lost = damaged.map(
    (name) => `\nThe file ${name} is on disk no longer what it was, and is not in it.`,
  )
  await hand.out(
    `${says}: ${kept.rows.toLocaleString('en')} rows of ${kept.tables.length} tables${files}.${histories}${lost.join('')}\n`,
  )
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    throw new Problem(
      'invalid',
      code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).`,
    )
  }
}

async function refuseThere(path: string): Promise<void> {
  const is = await stat(path).catch(() => undefined)
  if (is !== undefined)
    throw new Problem('taken', `${path} is there already. Name another file with --out.`)
}

/** Only who made it may read it. */
const ownerOnly = 0o600

const sizeSaid = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
