import type { Change } from '../../../engine/change.ts'
import type { Scene } from '../../../engine/command.ts'
import { same } from '../../../engine/crud.ts'
import type { Row } from '../../../engine/record.ts'
import { decision } from '../records/decision.ts'
import type { Graph, Start } from '../rules/evidence-pin.ts'

type Plain = Readonly<Record<string, unknown>>

/** Of a decision that was open: the evidence as it is seen now, and the last commit that it holds. */
export async function pinned(row: Row, options: readonly Row[], scene: Scene) {
  const { reader } = scene
  const { entries } = await reader.audit({ limit: 1 })
  const start = { decisionId: row.id, optionIds: options.map(({ id }) => id) }
  return {
    evidenceSeq: entries[0]?.commit.seq ?? null,
    evidenceHash: await hashOf(start, { rows: reader.many, links: reader.links }, scene),
  }
}

/**
 * Makes a decision that is taken in one go, with the hash of the evidence that it saw. What it settles is
 * linked by the same commit, so the evidence is what history will tell of after that commit: `beside` are
 * its other changes. It names no earlier commit, since none holds that link.
 */
export async function takenInOneGo(
  id: string,
  row: Plain,
  beside: readonly Change[],
  scene: Scene,
): Promise<Change> {
  const taken = { op: 'create', record: decision.name, id } as const
  // The server pins as it decides; a browser has not all of the evidence.
  if (scene.isAhead === true) return { ...taken, row }
  const evidenceHash = await hashOf(
    { decisionId: id, optionIds: [] },
    graphWith(beside, scene),
    scene,
  )
  return { ...taken, row: { ...row, evidenceHash } }
}

async function hashOf(start: Start, graph: Graph, { digest }: Scene): Promise<string> {
  // not before it is pinned: a page knows every verb before it paints
  const { evidenceOf, evidenceText } = await import('../rules/evidence-pin.ts')
  return digest(evidenceText(await evidenceOf(start, graph), digest))
}

/** What is there now, with what these changes will have made of it. */
function graphWith(changes: readonly Change[], { reader }: Scene): Graph {
  const patches = new Map<string, Plain>()
  const made: (Plain & { readonly id: string })[] = []
  for (const one of changes) {
    if (one.op === 'update') patches.set(one.id, { ...patches.get(one.id), ...one.patch })
    if (one.op === 'create' && one.record === 'link') made.push({ ...one.row, id: one.id })
  }
  return {
    rows: async (record, ids) =>
      (await reader.many(record, ids)).map((row) => patched(row, patches.get(row.id) ?? {})),
    links: async (ids) => {
      const wanted = new Set(ids)
      const touching = made.filter((one) =>
        [one['fromId'], one['toId']].some((end) => wanted.has(String(end))),
      )
      return [...(await reader.links(ids)), ...touching]
    },
  }
}

const patched = (row: Row, patch: Plain): Row =>
  Object.entries(patch).every(([name, value]) => same(row[name] ?? null, value ?? null))
    ? row
    : { ...row, ...patch, version: row.version + 1 }
