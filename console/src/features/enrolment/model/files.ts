/** What the platform takes of papers; it looks at the content itself, this only spares a way in vain. */
export const accepted = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png'
export const MOST_BYTES = 20 * 1024 * 1024
export const MOST_PLACES = 6

/** Why a file need not be sent at all: the key of its words. */
export function refusal(file: { readonly name: string; readonly size: number }): 'tooLarge' | 'empty' | 'heic' | 'wrongType' | undefined {
  if (file.size === 0) {
    return 'empty'
  }
  if (file.size > MOST_BYTES) {
    return 'tooLarge'
  }
  const end = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''
  if (end === 'heic' || end === 'heif') {
    return 'heic'
  }
  return ['pdf', 'jpg', 'jpeg', 'png'].includes(end) ? undefined : 'wrongType'
}

/** The first place that is free: cards have two sides, papers several pages. */
export function freePlace(taken: readonly number[]): number | undefined {
  return Array.from({ length: MOST_PLACES }, (_, index) => index + 1).find((place) => !taken.includes(place))
}

/** `1.4 MB`, `312 KB` */
export function size(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}
