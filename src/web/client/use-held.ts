import { useSyncExternalStore } from 'react'
import type { Row } from '../../engine/record.ts'
import { currentClient, onClient } from './current.ts'

/**
 * Every row in sight of a record that is held whole, in no order, what is pending laid over it; the
 * same array until one of them changes. Undefined until the workplace is at hand.
 */
export const useHeld = (record: string): readonly Row[] | undefined =>
  useSyncExternalStore(onClient, () => heldOf(record))

function heldOf(record: string): readonly Row[] | undefined {
  const client = currentClient()
  return client?.isReady() === true ? client.held.all(record) : undefined
}
