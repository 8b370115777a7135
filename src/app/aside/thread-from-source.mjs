/** The thread's entry where nothing is built: it has no TypeScript of its own, whatever its parent has. */
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
