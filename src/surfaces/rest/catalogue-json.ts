import type { Catalogue } from '../../engine/catalogue.ts'
import { everyField, type RecordKind } from '../../engine/record.ts'
import { plainVerb, plainVerbs } from './plain-verbs.ts'

/** The declaration as data for clients: what there is, in which words, and what may be asked of it. */
export function catalogueJson(catalogue: Catalogue): unknown {
  return {
    stations: catalogue.stations,
    areas: catalogue.areas.map((area) => ({
      name: area.name,
      says: area.says,
      records: area.records.map((kind) => kind.name),
    })),
    records: catalogue.records.map((kind) => recordJson(kind, catalogue)),
    relations: catalogue.relations,
    commands: catalogue.commands.map(({ name, says, on, input, may }) => ({
      name,
      says,
      on,
      may,
      input,
    })),
    views: catalogue.views.map(({ name, says, input, may, reads }) => ({
      name,
      says,
      may,
      reads,
      input,
    })),
  }
}

function recordJson(kind: RecordKind, catalogue: Catalogue): unknown {
  const { check: _, fields: __, ...declared } = kind
  const verbs = plainVerbs.filter((verb) => plainVerb(verb, kind, catalogue) !== undefined)
  return { ...declared, verbs, fields: everyField(kind) }
}
