import { apiOf } from './api.ts'
import { exitCodeOf, faultAsJson, faultInWords } from './failure.ts'
import { nounsOf } from './nouns.ts'
import { paintFor } from './paint.ts'
import { read } from './program.ts'
import { isGiven, valueOf, type Hand } from './verb.ts'
import { verbsOf } from './verbs.ts'
import { isClosedPipe, say, type World } from './world.ts'

export type { World } from './world.ts'

/**
 * Runs one command line and answers its exit code. It never throws: whatever goes wrong is said on
 * stderr, as a sentence with its places, or as one JSON document where `--json` was asked.
 */
export async function runCli(argv: readonly string[], world: World): Promise<number> {
  const ignore = (): void => undefined
  world.stdout.on('error', ignore)
  world.stderr.on('error', ignore)
  try {
    return await run(withBody(argv), world)
  } catch (fault) {
    if (isClosedPipe(fault)) return 0
    const text = argv.includes('--json')
      ? faultAsJson(fault)
      : faultInWords(fault, paintFor(world.stderr, world.env))
    await say(world.stderr, text).catch(ignore)
    return exitCodeOf(fault)
  } finally {
    world.stdout.off('error', ignore)
    world.stderr.off('error', ignore)
  }
}

async function run(argv: readonly string[], world: World): Promise<number> {
  const { catalogue, stdout, stderr, env } = world
  const verbs = verbsOf(catalogue)
  const asked = await read(argv, verbs, nounsOf(catalogue), Math.min(stdout.columns ?? 100, 120))
  if (asked.is === 'text') {
    await say(stdout, asked.text)
    return 0
  }
  const { verb, given } = asked
  let api: Hand['api'] | undefined
  const speaking = (): Hand['api'] => (api ??= apiOf(world, valueOf(given, 'data')))
  const hand: Hand = {
    world,
    verbs,
    api: { ask: (ask) => speaking().ask(ask), open: (ask) => speaking().open(ask) },
    paint: paintFor(stdout, env),
    paintErr: paintFor(stderr, env),
    json: isGiven(given, 'json'),
    out: (text) => (text === '' ? Promise.resolve() : say(stdout, text)),
    err: (text) => (text === '' ? Promise.resolve() : say(stderr, text)),
  }
  return (await verb.run(given, hand)) ?? 0
}

/** `--json -` asks for JSON and gives it: the input comes from stdin. */
function withBody(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex((word, index) => word === '--json' && argv[index + 1] === '-')
  if (at === -1) return argv
  return [...argv.slice(0, at), '--json', '--body', '-', ...argv.slice(at + 2)]
}
