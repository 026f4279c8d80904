/** Where to go after signing in. Only a path of this very console: an address elsewhere would be a trap. */
export function nextOf(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
