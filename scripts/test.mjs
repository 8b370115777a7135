/**
 * `npm test`: everything that must hold, on a machine that has only Node and npm.
 *
 *   npm test                       the checks, the build, the tests
 *   npm run test:long              and the long ones
 *   npm test -- src/engine         only these tests; other arguments go to Vitest as they are
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './built.mjs'
import { getBrowser } from './get-browser.mjs'

const given = process.argv.slice(2)
const rest = given.filter((argument) => argument !== '--long')
const part = rest.some((argument) => !argument.startsWith('-'))

process.chdir(root)
process.env['THROUGHLINE_CHROMIUM'] = browser()
if (given.includes('--long')) process.env['THROUGHLINE_LONG'] = '1'

// A check that fails counts as one failure; the build counts with the checks.
const brokenChecks = part ? 0 : run(['--import', 'tsx', 'scripts/check.ts'])
const brokenBuild = part || run(['scripts/build.mjs']) === 0 ? 0 : 1
const tests = runTests()

const broken = brokenChecks + brokenBuild
if (part) console.log('Only a part was asked for, so the checks were left out.')
if (broken > 0) console.log(`${broken} of the failures stand above the tests.`)
if (tests.skipped > 0) console.log(`${tests.skipped} skipped`)
console.log(`${tests.passed} passed, ${tests.failed + broken} failed`)
// A run that tried nothing has shown nothing.
process.exitCode = tests.failed + broken === 0 && tests.passed > 0 ? 0 : 1

function browser() {
  try {
    return getBrowser()
  } catch (error) {
    console.log(/** @type {Error} */ (error).message)
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
}

function runTests() {
  const room = mkdtempSync(join(tmpdir(), 'throughline-test-'))
  const report = join(room, 'report.json')
  const ours = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const code = run(['node_modules/vitest/vitest.mjs', 'run', ...ours, ...rest])
    return count(read(report), code)
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
}

/**
 * A file that cannot be loaded has no tests to fail, and an error outside any test fails no test:
 * each is a failure all the same.
 * @param {Report | undefined} report @param {number} code Vitest's own verdict
 */
function count(report, code) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 }
  const unloaded = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + unloaded.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * What we read of Vitest's JSON report.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: { status: string }[] }[] }} Report
 */

/** @param {string} path @returns {Report | undefined} */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {readonly string[]} args @returns {number} the exit code; 1 where a signal ended it */
function run(args) {
  return spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1
}
