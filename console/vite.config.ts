import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const HUB = 'http://127.0.0.1:7070';
const BEHIND_THE_HUB = ['/api', '/oauth', '/.well-known', '/hooks', '/health', '/ready'];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), nonceForEveryStyle()],
  // The hub writes a fresh nonce into every page it serves: antd puts its styles into the page at run time.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file of its own, so that `data:` needs no permission.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    host: '127.0.0.1',
    port: 7071,
    strictPort: true,
    proxy: Object.fromEntries(BEHIND_THE_HUB.map((path) => [path, { target: HUB }])),
  },
});

/**
 * antd hands its nonce to its own styles, but the part that locks scrolling behind a dialog makes one without asking.
 * A style that names no nonce gets the page's.
 */
function nonceForEveryStyle(): Plugin {
  const wanting = 'styleNode.nonce = csp?.nonce;';
  return {
    name: 'nonce-for-every-style',
    apply: 'build',
    transform: {
      filter: { id: /@rc-component\/util\/es\/Dom\/dynamicCSS\.js$/ },
      handler(code) {
        if (!code.includes(wanting)) this.error('@rc-component/util makes its styles in another way now');
        const page = "document.querySelector('meta[property=csp-nonce]')?.nonce ?? ''";
        return code
          .replace(`if (csp?.nonce) {`, 'if (true) {')
          .replace(wanting, `styleNode.nonce = csp?.nonce || (${page});`);
      },
    },
  };
}
