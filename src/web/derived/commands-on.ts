import type { Catalogue } from '../../engine/catalogue.ts'
import type { Command } from '../../engine/command.ts'
import type { RecordKind } from '../../engine/record.ts'

/** The verbs of a record beyond creating, changing and removing it. */
export const commandsOn = (catalogue: Catalogue, kind: RecordKind): readonly Command[] =>
  catalogue.commands.filter(
    (one) => one.on === kind.name && !/^(create|update|remove|restore|set|trash)-/.test(one.name),
  )
