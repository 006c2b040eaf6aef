import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.LACHAN_API ?? 'http://localhost:4100';

export default defineConfig({
  root: import.meta.dirname,
  base: '/office/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022', chunkSizeWarningLimit: 800 },
  server: { host: '127.0.0.1', proxy: { '/api': api } },
});
