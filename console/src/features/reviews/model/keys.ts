import { onMounted, onUnmounted } from 'vue'

/** What somebody writes into must get its letters. */
function takesLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false
  }
  return target.isContentEditable || target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])')
}

/** A question stands before the page: its keys are its own. */
function isAsking(): boolean {
  return [...document.querySelectorAll('[aria-modal=true]')].some((one) => one.getClientRects().length > 0)
}

/** What is pressed by Enter and the space bar keeps them. */
function isPressed(event: KeyboardEvent): boolean {
  return (event.key === 'Enter' || event.key === ' ') && event.target instanceof HTMLElement && event.target.closest('a, button, summary, [role=button]') !== null
}

/** Whether a key stroke is a command of the page. */
export function isCommand(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !takesLetters(event.target) && !isPressed(event) && !isAsking()
}

/** Single keys as commands, while the page is there. */
export function useKeys(commands: Readonly<Record<string, () => void>>): void {
  function press(event: KeyboardEvent): void {
    const command = commands[event.key]
    if (command !== undefined && isCommand(event)) {
      event.preventDefault()
      command()
    }
  }
  onMounted(() => document.addEventListener('keydown', press))
  onUnmounted(() => document.removeEventListener('keydown', press))
}
