/** Says what of the code is not as ARCHITECTURE.md says, and how much it looked at. */
import { fileURLToPath } from 'node:url'
import { inWords } from './architecture/fault.ts'
import { faultsOf } from './architecture/faults.ts'
import { readTree } from './architecture/tree.ts'

const { faults, files, imports } = faultsOf(readTree(fileURLToPath(new URL('..', import.meta.url))))
for (const fault of faults) console.log(inWords(fault))
console.log(`${faults.length} faults in ${files} files with ${imports} imports`)
process.exitCode = faults.length === 0 ? 0 : 1
