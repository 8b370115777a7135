import { openVictims } from '/work/main/test/faults/killing.ts'
const v = await openVictims()
try { console.log('open'); await v.round('app'); console.log(v.counts()); await v.round('postgres'); console.log(v.counts(), await v.halves()) } catch (e) { console.log(e) } finally { await v.close(); process.exit() }
