import { Command, CommanderError, Option as Flag } from 'commander'
import manifest from '../../../package.json' with { type: 'json' }
import { invalid, type Problem } from '../../engine/problem.ts'
import { exitCodeHelp } from './failure.ts'
import type { Nouns } from './nouns.ts'
import type { Given, Option, Verb } from './verb.ts'

/** What a command line turned out to ask for. */
export type Asked =
  | { readonly is: 'verb'; readonly verb: Verb; readonly given: Given }
  | { readonly is: 'text'; readonly text: string }

/**
 * Reads a command line. Help and version come back as text; what does not fit throws `invalid`. Only
 * the commands that the line could mean are built in full: a catalogue has thousands of options.
 */
export async function read(
  argv: readonly string[],
  verbs: readonly Verb[],
  nouns: Nouns,
  columns: number,
): Promise<Asked> {
  const heard: { asked?: Asked; text: string } = { text: '' }
  const make = (name: string): Command =>
    new Command(name)
      .helpOption('-h, --help', 'show this help')
      .configureHelp({ helpWidth: columns })
      .exitOverride()
      .configureOutput({ writeOut: (text) => (heard.text += text), writeErr: () => undefined })
  const root = make('throughline')
    .description(manifest.description)
    .usage('<command> [options]')
    .version(manifest.version, '--version', 'print the version')
    .helpCommand('help [command]', 'show the help of a command')
    .enablePositionalOptions()
    .addHelpText(
      'after',
      () => `\nExamples:\n${examplesOf(verbs)}\n\n${exitCodeHelp}\n${environment}`,
    )
  const names = [...new Set(verbs.map((verb) => verb.path[0] ?? ''))]
  for (const name of names) {
    const own = verbs.filter((verb) => verb.path[0] === name)
    const top = make(name)
      .summary(nouns[name] ?? own[0]?.says ?? '')
      .description(nouns[name] ?? own[0]?.says ?? '')
      .helpGroup(own[0]?.group ?? 'Commands:')
    if (own.every((verb) => verb.path.length > 1))
      top.helpCommand('help [command]', 'show the help of a verb')
    // What stands behind a verb is the verb's: `history verify --json` does not ask `history`.
    top.enablePositionalOptions()
    root.addCommand(top)
    if (!argv.includes(name)) continue
    for (const verb of own) {
      const last = verb.path.at(-1) ?? ''
      const command = verb.path.length === 1 ? top : make(last)
      if (command !== top) top.addCommand(command)
      fill(command, verb, (given) => (heard.asked = { is: 'verb', verb, given }))
    }
  }
  try {
    await root.parseAsync(argv.length === 0 ? ['--help'] : [...argv], { from: 'user' })
  } catch (fault) {
    if (!(fault instanceof CommanderError)) throw fault
    if (fault.exitCode !== 0) throw misread(fault, argv, names)
  }
  return heard.asked ?? { is: 'text', text: heard.text }
}

const environment = `Environment:
  THROUGHLINE_URL       address of the instance (http://127.0.0.1:4600)
  THROUGHLINE_KEY       key to act with; on the instance's own machine its owner's token serves
  THROUGHLINE_DATA_DIR  data directory of an instance on this machine (./throughline-data)
  NO_COLOR, FORCE_COLOR colour never, or always
`

function fill(command: Command, verb: Verb, hear: (given: Given) => void): void {
  command.description(sentence(verb.says))
  for (const { name, says, required } of verb.places) {
    command.argument(required ? `<${name}>` : `[${name}]`, says)
  }
  const flags = verb.options.map((option) => [option, flagsOf(option)] as const)
  for (const [, made] of flags) for (const one of made) command.addOption(one)
  if (verb.examples.length > 0)
    command.addHelpText(
      'after',
      `\nExamples:\n${verb.examples.map((line) => `  throughline ${line}`).join('\n')}`,
    )
  command.action(() => {
    const place = Object.fromEntries(
      verb.places.map(({ name }, at) => [name, command.processedArgs[at] as string | undefined]),
    )
    const option = Object.fromEntries(
      flags.flatMap(([{ flag }, made]) => {
        const name = made[0]?.attributeName() ?? flag
        if (command.getOptionValueSource(name) !== 'cli') return []
        const typed: unknown = command.getOptionValue(name)
        return [[flag, Array.isArray(typed) ? (typed as string[]) : [String(typed)]] as const]
      }),
    )
    hear({ place, option })
  })
}

function flagsOf(option: Option): readonly Flag[] {
  const denial =
    option.denied === undefined
      ? []
      : [
          new Flag(
            `--no-${option.flag}`,
            option.denied === 'only' ? option.says : `not: ${option.says}`,
          ),
        ]
  if (option.denied === 'only') return denial
  const flag = new Flag(
    option.value === undefined ? `--${option.flag}` : `--${option.flag} <${option.value}>`,
    option.says,
  )
  if (option.value !== undefined)
    flag.argParser((text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      text,
    ])
  return [option.hidden ? flag.hideHelp() : flag, ...denial]
}

const sentence = (says: string): string => (/[.?]$/.test(says) ? says : `${says}.`)

/** One for each way of use, in the order in which somebody meets them. */
const examplesOf = (verbs: readonly Verb[]): string =>
  ['start', 'import', 'list', 'create', 'link', 'why', 'export', 'undo']
    .flatMap(
      (word) =>
        verbs.find((verb) => verb.path.at(-1) === word && (verb.path.length === 1 || verb.lined))
          ?.examples[0] ?? [],
    )
    .map((line) => `  throughline ${line}`)
    .join('\n')

function misread(
  fault: CommanderError,
  argv: readonly string[],
  names: readonly string[],
): Problem {
  const words = argv.filter((word) => !word.startsWith('-'))
  const known = words[0] !== undefined && names.includes(words[0])
  if (fault.code === 'commander.help' || fault.code === 'commander.helpDisplayed')
    return invalid(
      `"throughline ${words[0] ?? ''}" needs a verb. See "throughline ${words[0] ?? ''} --help".`,
    )
  // What was typed is "--json -", which was made into an option that this verb does not have.
  if (/'--body'/.test(fault.message) && argv.join(' ').includes('--json --body -'))
    return invalid(
      `"--json -" reads what to write from stdin, and this verb takes nothing from there. Write --json alone. See "throughline ${known ? `${words[0]} ` : ''}--help".`,
    )
  const says = fault.message
    .replace(/^error: /, '')
    .replace(/\n\((.*)\)$/, '. $1')
    .replace(/[.?]?$/, (end) => end || '.')
  return invalid(
    `${says.charAt(0).toUpperCase()}${says.slice(1)} See "throughline ${known ? `${words[0]} ` : ''}--help".`,
  )
}
