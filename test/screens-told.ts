import { afterEach } from 'vitest'
import { tellScreens } from './e2e/opened.ts'

// Vitest's set-up of every file: of a test that fails, what stood on the screens that it had open.
afterEach(({ task }) => tellScreens(task))
