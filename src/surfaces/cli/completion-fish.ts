import type { Vocabulary, Word } from './completion.ts'

/** For fish 3 and later: one function that prints what may follow, a tab and what it means. */
export const fishCompletion = ({
  words,
  options,
  values,
  places,
  files,
}: Vocabulary): string => `# fish completion for throughline
function __throughline_words
  switch "$argv[1]"
${described(words)}
  end
end

function __throughline_options
  switch "$argv[1]"
${described(options)}
  end
end

function __throughline_values
  switch "$argv[1]"
${[...values, ...places].map(([at, all]) => `  case ${quoted(at)}\n    printf '%s\\n' ${all.map(quoted).join(' ')}`).join('\n')}
  case ${files.map(quoted).join(' ')}
    echo '<file>'
  end
end

function __throughline
  set -l trail
  set -l wanted
  set -l at 0
  set -l typed (commandline -opc)
  for word in $typed[2..-1]
    if test -n "$wanted"
      set wanted
    else if string match -q -- '-*' $word
      if __throughline_options "$trail" | string match -q -- "$word=*"
        set wanted $word
      end
    else if test $at -eq 0; and __throughline_words "$trail" | string match -q -- "$word"\\t'*'
      set trail (string trim -- "$trail $word")
    else
      set at (math $at + 1)
    end
  end
  set -l cur (commandline -ct)
  if test -z "$wanted"; and string match -q -- '-*' "$cur"
    __throughline_options "$trail" | string replace -- = ''
    return
  end
  set -l key $at
  test -n "$wanted"; and set key $wanted
  set -l found (__throughline_values "$trail $key")
  if test "$found[1]" = '<file>'
    __fish_complete_path "$cur"
    return
  end
  printf '%s\\n' $found
  if test -z "$wanted"; and test $at -eq 0
    __throughline_words "$trail"
  end
end

complete -c throughline -f -a '(__throughline)'
`

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const described = (all: ReadonlyMap<string, readonly Word[]>): string =>
  [...all]
    .map(
      ([at, entries]) =>
        `  case ${quoted(at)}\n    printf '%s\\t%s\\n' ${entries.map(({ word, says }) => `${quoted(word)} ${quoted(says.replaceAll('\n', ' '))}`).join(' ')}`,
    )
    .join('\n')
