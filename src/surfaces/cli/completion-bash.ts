import type { Vocabulary } from './completion.ts'

/**
 * For bash 3.2 and later, without bash-completion. The words are read from the line itself, because
 * readline splits them at `=` and `:`.
 */
export const bashCompletion = ({
  words,
  options,
  values,
  places,
  files,
}: Vocabulary): string => `# bash completion for throughline
_throughline_words() {
  case "$1" in
${cases(words, (all) => all.map(({ word }) => word))}
  esac
}

_throughline_options() {
  case "$1" in
${cases(options, (all) => all.map(({ word }) => word))}
  esac
}

_throughline_values() {
  case "$1" in
${cases(new Map([...values, ...places]), (all) => all)}
  ${files.map((at) => quoted(at)).join('|')}) echo '<file>';;
  esac
}

_throughline() {
  local line="\${COMP_LINE:0:COMP_POINT}" cur word prev='' path='' option='' offered='' at=0
  cur="\${line##*[[:space:]]}"
  local -a typed
  IFS=$' \\t' read -ra typed <<< "\${line%"$cur"}"
  for word in "\${typed[@]:1}"; do
    if [[ -n $option ]]; then
      option=''
    elif [[ $word == -* ]]; then
      case " $(_throughline_options "$path") " in *" $word= "*) option=$word;; esac
    elif [[ $at == 0 && " $(_throughline_words "$path") " == *" $word "* ]]; then
      path="\${path:+$path }$word"
    else
      at=$((at + 1))
    fi
  done
  if [[ -n $option ]]; then
    offered=$(_throughline_values "$path $option")
  elif [[ $cur == -* ]]; then
    offered=$(_throughline_options "$path")
    offered=\${offered//=/}
  else
    offered=$(_throughline_values "$path $at")
    [[ $at == 0 ]] && offered="$(_throughline_words "$path") $offered"
  fi
  if [[ $offered == *'<file>'* ]]; then
    COMPREPLY=($(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
    return
  fi
  COMPREPLY=($(compgen -W "$offered" -- "$cur"))
  if [[ $cur == *[=:]* && $COMP_WORDBREAKS == *=* ]]; then
    local before="\${cur%"\${cur##*[=:]}"}"
    COMPREPLY=("\${COMPREPLY[@]#"$before"}")
  fi
  [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}

complete -F _throughline throughline
`

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const cases = <T>(
  all: ReadonlyMap<string, readonly T[]>,
  words: (entries: readonly T[]) => readonly string[],
): string =>
  [...all]
    .map(([at, entries]) => `  ${quoted(at)}) echo ${quoted(words(entries).join(' '))};;`)
    .join('\n')
