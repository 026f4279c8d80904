/** Whether a key walks through a list: `j` on, `k` back; null while somebody is writing, or means something else by it. */
export function walkingKey(event: KeyboardEvent): 'on' | 'back' | null {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return null;
  return event.key === 'j' ? 'on' : event.key === 'k' ? 'back' : null;
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role="dialog"]') !== null;
}
