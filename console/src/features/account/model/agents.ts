/** What a browser says of itself in a few words: `Chrome · Windows`. What says nothing known is shown as it is, shortened. */
export function device(agent: string): string {
  const browsers: readonly [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/MicroMessenger\//, 'WeChat'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
    [/^curl\//, 'curl'],
  ]
  const systems: readonly [RegExp, string][] = [
    [/Windows/, 'Windows'],
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]
  const found = [browsers, systems].flatMap((kind) => kind.find(([pattern]) => pattern.test(agent))?.[1] ?? [])
  return found.length > 0 ? found.join(' · ') : agent.slice(0, 40)
}
