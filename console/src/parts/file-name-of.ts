/** The name a file is sent under (RFC 6266), the one in UTF-8 before the one in ASCII. */
export function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="([^"]*)"/i.exec(disposition)?.[1];
  return (encoded === undefined ? plain : decodeURIComponent(encoded)) || 'export';
}
