# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2207 # names without blanks
# Completion of disentangle for bash.

_disentangle_names() {
  disentangle list "$1" 2>/dev/null | sed -n 's/^  \([a-z][^ ]*\) .*/\1/p'
}

_disentangle_command() {
  local word
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      new | open | set | status | export | worksheet | check | lock | list)
        printf '%s' "$word"
        return
        ;;
    esac
  done
}

_disentangle_options() {
  printf '%s\n' --plain --ascii --read-only --passphrase-file --lang --remember --forget --help --version
  case $1 in
    new) printf '%s\n' --checklist --set --lock --create-only ;;
    status) printf '%s\n' --json ;;
    export) printf '%s\n' --document --format --output --paper --private --share --force ;;
    lock) printf '%s\n' --remove --new-passphrase-file ;;
    list) printf '%s\n' --sources ;;
    worksheet) printf '%s\n' --checklist --set --format --output --paper --force ;;
  esac
}

_disentangle() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command choices=
  command=$(_disentangle_command)
  COMPREPLY=()
  case $previous in
    --lang) choices=$(_disentangle_names languages) ;;
    -d | --document) choices=$(_disentangle_names documents) ;;
    -f | --format) choices=$(_disentangle_names formats) ;;
    -c | --checklist) choices=$(_disentangle_names checklists) ;;
    --paper) choices='letter a4' ;;
    --set) return ;;
    *)
      case $current in
        -*) choices=$(_disentangle_options "$command") ;;
        *)
          case $command in
            '') choices='new open set status export worksheet check lock list' ;;
            list)
              choices='checklists documents formats languages'
              [[ " ${COMP_WORDS[*]} " == *' --sources '* ]] && choices=$(_disentangle_names checklists)
              ;;
          esac
          ;;
      esac
      ;;
  esac
  COMPREPLY=($(compgen -W "$choices" -- "$current"))
  if [[ ${#COMPREPLY[@]} -eq 0 && $current != -* && -z $choices || $previous == @(-c|--checklist) ]]; then
    COMPREPLY+=($(compgen -f -- "$current"))
    compopt -o filenames
  fi
}

complete -F _disentangle disentangle
