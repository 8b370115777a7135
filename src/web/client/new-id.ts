import { uuid7 } from '../../engine/ids.ts'

/** Ids of this page: they rise, also within a millisecond, because one counter makes them all. */
export const newId = uuid7(Date.now, (count) => crypto.getRandomValues(new Uint8Array(count)))
