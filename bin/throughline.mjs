#!/usr/bin/env node
import { ensureBuilt } from '../scripts/built.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Throughline needs Node 20.19 or later, and this is ${process.versions.node}.`)
  process.exit(1)
}

await ensureBuilt()
await import('../dist/server/main.mjs')
