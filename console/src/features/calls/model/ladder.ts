/** A SIP message of a call as the platform kept it. */
export interface Message {
  readonly at: string
  readonly sipCallId: string
  readonly direction: string
  readonly peer: string
  readonly text: string
}

/** A message on its way between two of the ladder's posts. */
export interface Step {
  readonly at: string
  readonly from: number
  readonly to: number
  /** `INVITE`, `200 OK` */
  readonly title: string
  readonly text: string
}

export interface Ladder {
  /** The platform first, then each address it spoke with, in the order of their first message. */
  readonly posts: readonly string[]
  readonly steps: readonly Step[]
}

/** What a message is called in a ladder: a request by its method, a response by status and reason. */
export function title(text: string): string {
  const line = text.slice(0, text.indexOf('\r\n') < 0 ? undefined : text.indexOf('\r\n'))
  return line.startsWith('SIP/2.0 ') ? line.slice('SIP/2.0 '.length) : (line.split(' ', 1)[0] ?? line)
}

export function ladder(messages: readonly Message[], platform: string): Ladder {
  const peers = [...new Set(messages.map((message) => message.peer))]
  const steps = messages.map((message) => {
    const peer = peers.indexOf(message.peer) + 1
    const [from, to] = message.direction === 'in' ? [peer, 0] : [0, peer]
    return { at: message.at, from, to, title: title(message.text), text: message.text }
  })
  return { posts: [platform, ...peers], steps }
}
