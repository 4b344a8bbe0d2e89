let channel: BroadcastChannel | undefined

function open(): BroadcastChannel {
  return (channel ??= new BroadcastChannel('hotline.session'))
}

/** Tells the browser's other tabs that somebody has come in or gone. They ask the platform themselves who is there. */
export function tellTabs(): void {
  open().postMessage('changed')
}

/** What is to happen when another tab has told so. */
export function whenTold(act: () => void): void {
  open().addEventListener('message', act)
}
