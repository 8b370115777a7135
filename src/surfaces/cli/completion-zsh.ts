import type { Vocabulary, Word } from './completion.ts'

/** For zsh 5 and later. The words that were typed come parted already; `_describe` shows what each means. */
export const zshCompletion = ({
  words,
  options,
  values,
  places,
  files,
}: Vocabulary): string => `#compdef throughline
_throughline_words() {
  reply=()
  case "$1" in
${described(words)}
  esac
}

_throughline_options() {
  reply=()
  case "$1" in
${described(options)}
  esac
}

_throughline_values() {
  reply=()
  case "$1" in
${[...values, ...places].map(([at, all]) => `  ${quoted(at)}) reply=(${all.map(quoted).join(' ')});;`).join('\n')}
  ${files.map(quoted).join('|')}) reply=('<file>');;
  esac
}

_throughline() {
  local word at=0 wanted='' trail=''
  local -a reply offered
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $wanted ]]; then
      wanted=''
    elif [[ $word == -* ]]; then
      _throughline_options "$trail"
      (( \${#reply[(r)$word=:*]} )) && wanted=$word
    else
      _throughline_words "$trail"
      if (( at == 0 )) && (( \${#reply[(r)$word:*]} )); then
        trail="\${trail:+$trail }$word"
      else
        (( at++ ))
      fi
    fi
  done
  if [[ -z $wanted && \${words[CURRENT]} == -* ]]; then
    _throughline_options "$trail"
    offered=("\${(@)reply/=:/:}")
    _describe -o option offered
    return
  fi
  _throughline_values "$trail \${wanted:-$at}"
  if [[ \${reply[1]} == '<file>' ]]; then
    _files
    return
  fi
  offered=(\${(M)reply:#*=})
  (( \${#offered} )) && compadd -S '' -q -- $offered
  offered=(\${reply:#*=})
  (( \${#offered} )) && compadd -- $offered
  if [[ -z $wanted ]] && (( at == 0 )); then
    _throughline_words "$trail"
    (( \${#reply} )) && _describe command reply
  fi
}

if [[ \${funcstack[1]} == _throughline ]]; then
  _throughline "$@"
else
  compdef _throughline throughline
fi
`

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

const described = (all: ReadonlyMap<string, readonly Word[]>): string =>
  [...all]
    .map(
      ([at, entries]) =>
        `  ${quoted(at)}) reply=(${entries.map(({ word, says }) => quoted(`${word}:${says.replaceAll(':', '\\:').replaceAll('\n', ' ')}`)).join(' ')});;`,
    )
    .join('\n')
