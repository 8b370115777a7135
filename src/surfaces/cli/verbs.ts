import type { Catalogue } from '../../engine/catalogue.ts'
import { accountVerbs } from './account-verbs.ts'
import { passkeyVerbs } from './passkey-verbs.ts'
import { backupVerbs } from './backup-verbs.ts'
import { eraseVerb } from './erase-verb.ts'
import { exportVerb } from './export-verb.ts'
import { fileVerbs } from './file-verbs.ts'
import { historyVerbs } from './history-verbs.ts'
import { importVerb } from './import-verb.ts'
import { instanceVerbs } from './instance-verbs.ts'
import { lineVerbs } from './line-verbs.ts'
import { mcpVerb } from './mcp-verb.ts'
import { readingVerbs } from './record-verbs.ts'
import { sampleVerbs } from './sample-verbs.ts'
import type { Verb } from './verb.ts'
import { viewVerbs } from './view-verbs.ts'
import { watchVerb } from './watch-verb.ts'
import { commandVerbs } from './write-verbs.ts'

/** Every verb there is: a total function of the catalogue, and a handful that are about the instance. */
export function verbsOf(catalogue: Catalogue): readonly Verb[] {
  const own = [
    ...instanceVerbs(catalogue),
    mcpVerb,
    ...sampleVerbs,
    ...accountVerbs(catalogue),
    ...passkeyVerbs,
    ...backupVerbs,
    eraseVerb(catalogue),
    importVerb(catalogue),
    exportVerb(catalogue),
    ...fileVerbs(catalogue),
    ...lineVerbs(catalogue),
    ...historyVerbs(catalogue),
    watchVerb(catalogue),
  ]
  const taken = new Set(own.map((verb) => verb.path.join(' ')))
  const derived = [
    ...viewVerbs(catalogue),
    ...catalogue.records.flatMap((kind) => readingVerbs(catalogue, kind)),
    ...commandVerbs(catalogue),
  ]
  return [
    ...own,
    ...derived
      .filter((verb) => !taken.has(verb.path.join(' ')))
      .toSorted((left, right) => rank(left) - rank(right)),
  ]
}

/** The plain verbs come first, in the order of a row's life. */
const rank = ({ path }: Verb): number => {
  const at =
    path.length === 1
      ? -1
      : ['list', 'get', 'create', 'update', 'remove', 'restore'].indexOf(path[1] ?? '')
  return at === -1 ? 6 : at
}
