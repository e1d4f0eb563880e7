/**
 * Takes the key of the server's run out of the address bar, since browsers print the address below
 * each page. Reloading works by the cookie that came with the page; without cookies the key stays.
 */
export function hideKey(): void {
  const address = new URL(location.href);
  if (!navigator.cookieEnabled || !address.searchParams.has('key')) return;
  address.searchParams.delete('key');
  history.replaceState(history.state, '', address);
}
