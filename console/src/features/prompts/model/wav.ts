/** Telephones hear 8,000 samples a second, but the platform filters better than browsers do: it is sent twice as many. */
export const RATE = 16_000

/** Samples of one channel as a WAV file of 16-bit PCM. */
export function wav(samples: Float32Array, rate: number): ArrayBuffer {
  const file = new ArrayBuffer(44 + samples.length * 2)
  const view = new DataView(file)
  const ascii = (place: number, word: string): void => [...word].forEach((letter, index) => view.setUint8(place + index, letter.charCodeAt(0)))
  ascii(0, 'RIFF')
  view.setUint32(4, 36 + samples.length * 2, true)
  ascii(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, rate * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  ascii(36, 'data')
  view.setUint32(40, samples.length * 2, true)
  samples.forEach((sample, index) => view.setInt16(44 + index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 0x7fff), true))
  return file
}

/** The mean of all channels. */
export function mono(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels
  return first === undefined ? new Float32Array(0) : first.map((_, index) => channels.reduce((sum, channel) => sum + (channel[index] ?? 0), 0) / channels.length)
}

/** Whatever the browser can play, as a WAV file that the platform takes. */
export async function asWav(recorded: ArrayBuffer): Promise<ArrayBuffer> {
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(recorded)
  return wav(mono(Array.from({ length: decoded.numberOfChannels }, (_, index) => decoded.getChannelData(index))), decoded.sampleRate)
}
