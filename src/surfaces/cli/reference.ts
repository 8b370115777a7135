import { exitCodeHelp } from './failure.ts'
import { common, type Option, type Place, type Verb } from './verb.ts'

/** The command line as a page of Markdown: every verb under its heading, with its options and an example. */
export function cliDocument(verbs: readonly Verb[]): string {
  const parts = [...new Set(verbs.map((verb) => verb.group))].map((group) => {
    const own = verbs.filter((verb) => verb.group === group)
    return `## ${group.replace(/:$/, '')}\n\n${own.map(verbPart).join('\n')}`
  })
  return `${head}\n${parts.join('\n')}\n## Exit codes\n\n\`\`\`\n${exitCodeHelp.replace(/^.*\n/, '')}\`\`\`\n`
}

const head = `# The command line

Worked out from the declaration, as the commands are. \`throughline help VERB\` says the same in a terminal; \`--json\` prints
exactly what the API says; \`--data DIR\` names the data directory of an instance on this machine, where it is not the one in
\`THROUGHLINE_DATA_DIR\` or \`./throughline-data\`. \`throughline completion bash|zsh|fish\` completes all of it.
`

function verbPart({ path, says, places, options, examples }: Verb): string {
  const shown = options.filter((one) => one.hidden !== true && !common.includes(one))
  const usage = ['throughline', ...path, ...places.map(placeText)].join(' ')
  const lines = [
    `### ${path.join(' ')}`,
    '',
    `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
    '',
    '```',
    usage,
    ...examples.map((one) => `throughline ${one}`).filter((one) => one !== usage),
    '```',
    '',
    ...(shown.length === 0 ? [] : ['| option | what it does |', '|---|---|']),
    ...shown.map((one) => `| \`${flagText(one)}\` | ${cell(one.says)}${choicesText(one)} |`),
    ...(shown.length === 0 ? [] : ['']),
  ]
  return lines.join('\n')
}

const placeText = ({ name, required }: Place): string =>
  required ? name.toUpperCase() : `[${name.toUpperCase()}]`

function flagText({ flag, value, denied }: Option): string {
  if (denied === 'only') return `--no-${flag}`
  const plain = value === undefined ? `--${flag}` : `--${flag} ${value}`
  return denied === 'too' ? `${plain}, --no-${flag}` : plain
}

const choicesText = ({ choices }: Option): string =>
  choices === undefined ? '' : `: ${choices.map((one) => `\`${one}\``).join(', ')}`

/** A bar would end the cell; what looks like a tag would be taken for one. */
const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ')
