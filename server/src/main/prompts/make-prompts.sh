#!/usr/bin/env bash
# Makes the spoken prompts that are in the jar: 8 kHz mono A-law WAV, ready for a telephone.
#
#   server/src/main/prompts/make-prompts.sh           all of them
#   server/src/main/prompts/make-prompts.sh ^system-say-   those whose name matches
#
# reads   resources/prompts/texts.json and resources/samples/prompts.json ([{name, language, text}])
# writes  resources/prompts/<language>/<name>.wav and resources/samples/prompts/<language>/<name>.wav
# needs   Debian packages espeak-ng, sox, jq, icu-devtools (uconv)
#
# What has no text is not spoken: HoldMusic.java composes system-hold-music.
# The files are committed: a build does not run this. Run it after a text has changed.
# espeak-ng as Debian packages it has no Chinese dictionary, so characters become numbered Pinyin first;
# resources/prompts/readings.txt holds the words whose reading depends on their neighbours.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
resources=$here/../resources
only=${1:-.}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in espeak-ng sox jq uconv; do
  command -v "$tool" >/dev/null || {
    echo "make-prompts: $tool is missing: apt-get install espeak-ng sox jq icu-devtools" >&2
    exit 1
  }
done

readings_as_sed() {
  grep -v '^#' "$resources/prompts/readings.txt" | sed -E 's/^([^|]+)\|(.*)$/s,\1, \2 ,g/'
}

pinyin() {
  sed -e 's/0/零/g; s/1/一/g; s/2/二/g; s/3/三/g; s/4/四/g; s/5/五/g; s/6/六/g; s/7/七/g; s/8/八/g; s/9/九/g' |
    sed -f <(readings_as_sed) |
    uconv -x 'Han-Latin; Latin-NumericPinyin; Fullwidth-Halfwidth' |
    sed -E 's/([1-5])([a-z])/\1 \2/g; s/[。｡]/. /g; s/[、､]/, /g; s/ +/ /g'
}

# A pause at each comma, a longer one at each full stop: a listener on a mobile in a street needs them.
speak() { # language, text, file
  case $1 in
    zh-CN) printf '%s' "$2" | pinyin | espeak-ng -v cmn-latn-pinyin -s 150 -p 45 -a 60 -w "$3" --stdin ;;
    en-US) printf '%s' "$2" | espeak-ng -v en-us -s 145 -p 45 -a 60 -w "$3" --stdin ;;
    *) echo "make-prompts: no voice for $1" >&2; exit 1 ;;
  esac
}

# Band of a telephone, silence off both ends, gentle compression, then about -16 dBFS RMS under a limiter.
# Words that are put together to numbers and times have next to no silence around them.
polish() { # in, out
  local pad='0.04 0.12'
  case $2 in */system-say-*) pad='0.01 0.03' ;; esac
  sox "$1" -c 1 "$work/band.wav" highpass 180 highpass 180 equalizer 2400 1q 4 lowpass 3500 rate -h 8000 \
    silence 1 0.01 0.3% reverse silence 1 0.01 0.3% reverse compand 0.005,0.1 6:-60,-50,-30,-20,-10,-8,0,-6 0 -30 0.005
  local rms
  rms=$(sox "$work/band.wav" -n stats 2>&1 | awk '/^RMS lev dB/ { print $4 }')
  sox -D "$work/band.wav" -e a-law "$2" gain -l "$(awk -v r="$rms" 'BEGIN { print -14.5 - r }')" gain -0.5 pad $pad
}

make() { # folder, name, language, text
  mkdir -p "$1/$3"
  speak "$3" "$4" "$work/raw.wav"
  polish "$work/raw.wav" "$1/$3/$2.wav"
}

make_all() { # list, folder
  jq -r --arg only "$only" '.[] | select(.text != "" and (.name | test($only))) | [.name, .language, .text] | join("|")' "$1" |
    while IFS='|' read -r name language text; do
      make "$2" "$name" "$language" "$text"
    done
}

make_all "$resources/prompts/texts.json" "$resources/prompts"
make_all "$resources/samples/prompts.json" "$resources/samples/prompts"
