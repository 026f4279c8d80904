/** The token of a one-time link: it stands after the #, so that it never leaves the browser by itself. */
export function linkToken(): string {
  return location.hash.slice(1);
}

/** Takes it out of the address bar and the history once it is used. */
export function forgetLinkToken(): void {
  history.replaceState(history.state, '', location.pathname);
}
