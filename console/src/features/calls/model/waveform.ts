/** The loudest sample of each of so many equal stretches, 0 to 1. */
export function peaks(samples: Float32Array, stretches: number): number[] {
  const length = samples.length / stretches
  return Array.from({ length: stretches }, (_, index) => {
    let loudest = 0
    for (let place = Math.floor(index * length); place < Math.floor((index + 1) * length); place++) {
      loudest = Math.max(loudest, Math.abs(samples[place] ?? 0))
    }
    return loudest
  })
}
