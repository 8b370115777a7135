/**
 * `npx tsx scripts/propose-migration.ts`: the SQL that would bring a migrated database to what the
 * catalogue now declares, for a person to read, name and keep in src/store/migrations. What cannot be
 * proposed (a type that changed, a thing that nobody asks for any more) is printed as a comment.
 *
 *   npx tsx scripts/propose-migration.ts                 prints
 *   npx tsx scripts/propose-migration.ts --from-nothing  as if there were no migrations yet
 */
import { serverCatalogue } from '../src/areas/server.ts'
import { openDatabase } from '../src/store/database.ts'
import { ddlOf } from '../src/store/ddl.ts'
import { driftOf, everyStatement } from '../src/store/drift.ts'
import { proposal } from '../src/store/propose.ts'
import { testDatabase } from '../test/database.ts'

if (process.argv.includes('--from-nothing')) {
  process.stdout.write(
    everyStatement(ddlOf(serverCatalogue))
      .map(({ sql }) => `${sql};\n`)
      .join('\n'),
  )
} else {
  const scratch = await testDatabase()
  const database = openDatabase(scratch.config, () => undefined)
  try {
    process.stdout.write(proposal(ddlOf(serverCatalogue), await driftOf(database, serverCatalogue)))
  } finally {
    await database.close()
    await scratch.close()
  }
}
