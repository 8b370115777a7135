import type { RecordKind } from '../../engine/record.ts'
import { parameters, parametersOfList } from '../rest/openapi-parameters.ts'
import { offerOf } from '../rest/query.ts'
import type { Schema } from '../rest/schemas.ts'

/** What the list of a record takes, as the input of a tool: the same parameters, its filters under one name. */
export function listSchema(kind: RecordKind): Schema {
  const taken = parametersOfList(kind, offerOf(kind)).map((one) => {
    const shared = /^#\/components\/parameters\/(\w+)$/.exec(String(one['$ref']))?.[1]
    const { name, description, schema } = shared === undefined ? one : (parameters[shared] ?? one)
    return [String(name), { ...(schema as Schema), description }] as const
  })
  const filters = taken.flatMap(([name, schema]) => {
    const field = /^filter\[(.*)\]$/.exec(name)?.[1]
    return field === undefined ? [] : [[field, schema] as const]
  })
  const [own, declared] = [ownFields, filters.filter(([field]) => !field.startsWith('custom.'))]
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(taken.filter(([name]) => !name.startsWith('filter['))),
      filter: {
        type: 'object',
        description: 'Only those where all of these hold.',
        properties: Object.fromEntries(declared),
        patternProperties: Object.fromEntries(
          filters.filter(([field]) => field.startsWith('custom.')).map(([, one]) => [own, one]),
        ),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  }
}

const ownFields = '^custom\\.'
