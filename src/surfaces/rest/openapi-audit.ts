import type { Catalogue } from '../../engine/catalogue.ts'
import { auditFilters } from './audit-filters.ts'
import type { OpenApi } from './openapi.ts'
import { readRefusals, refused } from './openapi-answers.ts'
import { viewParameters } from './openapi-parameters.ts'

/** The audit as a file. */
export function auditPaths(catalogue: Pick<Catalogue, 'view'>): OpenApi['paths'] {
  const view = catalogue.view('audit')
  if (view === undefined) return {}
  return {
    '/audit/export': {
      get: {
        operationId: 'audit-export',
        summary: 'Take out as a file who did what and when, one change a line',
        description: 'Takes at least the role admin.',
        tags: ['files'],
        parameters: [
          {
            name: 'format',
            in: 'query',
            schema: { type: 'string', enum: ['csv', 'jsonl'], default: 'csv' },
          },
          ...viewParameters(auditFilters(view)),
        ],
        responses: {
          '200': {
            description: 'The file, as it is made.',
            content: {
              'text/csv': { schema: { type: 'string' } },
              'application/jsonl': { schema: { type: 'string' } },
            },
          },
          ...readRefusals,
          ...refused('Denied'),
        },
      },
    },
  }
}
