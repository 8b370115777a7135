import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import { titleOf } from '../../engine/record.ts'
import { pairs } from './table.ts'
import type { Hand } from './verb.ts'
import { tameLine } from './width.ts'

interface Changed {
  readonly op: string
  readonly record: string
  readonly id: string
  readonly row: Readonly<Record<string, unknown>> | null
}

/**
 * What came of a command. What it tells its caller goes to stdout, alone where it is one text, so that
 * a script can take it (a key, shown once); the rows it changed go there where it tells nothing.
 */
export async function sayOutcome(
  catalogue: Catalogue,
  body: Readonly<Record<string, unknown>>,
  hand: Hand,
  { stands }: Pick<Command, 'stands'> = {},
): Promise<void> {
  const changed = Array.isArray(body['changed']) ? (body['changed'] as readonly Changed[]) : []
  const ids = new Set<unknown>(changed.map((one) => one.id))
  const told = Object.entries((body['result'] ?? {}) as Readonly<Record<string, unknown>>).filter(
    ([, value]) => value !== null && typeof value !== 'object' && !ids.has(value),
  )
  const lines = changed.slice(0, most).map((one) => lineOf(catalogue, one, hand))
  const more =
    changed.length > most ? `and ${(changed.length - most).toLocaleString('en')} more\n` : ''
  const rows = lines.join('') + more
  await (told.length === 0 ? hand.out(rows) : hand.err(rows))
  const [only] = told
  if (told.length === 1 && only !== undefined) await hand.out(`${tameLine(String(only[1]))}\n`)
  if (told.length > 1)
    await hand.out(
      pairs(
        told.map(([name, value]) => [name, tameLine(String(value))] as const),
        hand.paint,
      ),
    )
  const seq = Number(body['seq'] ?? 0)
  await hand.err(
    hand.paintErr(
      'muted',
      seq === 0
        ? 'Nothing had to change.\n'
        : stands === true
          ? `Commit ${seq}.\n`
          : `Commit ${seq}. Take it back: throughline undo ${seq}\n`,
    ),
  )
}

const most = 20

function lineOf(catalogue: Catalogue, { op, record, id, row }: Changed, hand: Hand): string {
  const kind = catalogue.records.find((one) => one.name === record)
  const name =
    row === null || kind === undefined
      ? `${record} ${id}`
      : `${String(row['ref'])}  ${tameLine(titleOf(kind, row))}`
  return `${name}  ${hand.paint('muted', words[op] ?? op)}\n`
}

const words: Readonly<Record<string, string>> = {
  create: 'created',
  update: 'changed',
  remove: 'removed',
  restore: 'restored',
  discard: 'taken back',
  return: 'returned',
}
