import { expect, it } from 'vitest'
import { device } from './agents'

it('says browser and system in a few words', () => {
  expect(device('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0')).toBe('Edge · Windows')
  expect(device('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari · iOS')
  expect(device('curl/8.5.0')).toBe('curl')
  expect(device('my-script')).toBe('my-script')
})
