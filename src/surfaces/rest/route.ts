import type { At } from './door.ts'

/** One verb at one address, under `/api/v1` unless another surface brings it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly handle: (at: At) => Promise<Response>
}

export const base = '/api/v1'
